package io.cloudshop.orders.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Customers who have deleted their account are forgotten; what they bought is not. */
@QuarkusTest
class ErasureTest extends OrdersTest {

    private static final String ADMIN_ORDERS = "/api/v1/admin/orders";
    private static final String ANSWERS = "SELECT count(*) FROM idempotency_key WHERE user_id = ?";

    @Inject
    ErasureJob job;

    private final Customer alice = Customer.isNew();
    private final Customer admin = Customer.admin();
    private final Product lamp = givenProduct("lamp", "19.90", 50);

    @Test
    void a_finished_order_keeps_number_lines_and_total_but_neither_name_nor_address() {
        UUID order = givenDelivered(alice);
        UUID others = givenDelivered(Customer.isNew());
        var before = as(admin).get(ADMIN_ORDERS + "?userId=" + alice.id());

        whenForgotten(alice);

        as(admin)
                .get(ADMIN_ORDERS + "?userId=" + alice.id())
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(order.toString()))
                .body("items[0].number", equalTo(before.path("items[0].number")))
                .body("items[0].lines", equalTo(before.path("items[0].lines")))
                .body("items[0].total", equalTo(before.path("items[0].total")))
                .body("items[0].shippingAddress", nullValue());
        assertThat(personalFieldsOf(order)).isZero();
        assertThat(personalFieldsOf(others)).isEqualTo(6);
    }

    @Test
    void an_order_on_its_way_is_delivered_first() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));

        whenForgotten(alice);

        as(admin).get(ADMIN_ORDERS + "?userId=" + alice.id()).then().body("items[0].shippingAddress", notNullValue());
        move("ship", order);
        assertThat(personalFieldsOf(order)).isEqualTo(6);
        move("deliver", order);
        assertThat(personalFieldsOf(order)).isZero();
        thenOrderIs(alice, order, "DELIVERED");
    }

    @Test
    void a_cancelled_order_is_paid_back_without_its_customer() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        whenForgotten(alice);

        as(alice).post(ORDERS + "/" + order + "/cancel").then().statusCode(200);

        thenNothingIsLeftToDoFor(order);
        assertThat(paymentOf(order)).isEqualTo("REFUNDED");
        assertThat(personalFieldsOf(order)).isZero();
    }

    @Test
    void an_order_that_was_being_placed_meanwhile_is_forgotten_when_it_is_done() {
        crashes.crashOnceAt("RESERVE.before");
        whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_declined"))
                .then()
                .statusCode(500);
        UUID order = onlyOrderOf(alice);
        whenForgotten(alice);
        assertThat(personalFieldsOf(order)).isEqualTo(6);

        whenTheOrderFallsDue(order);

        thenRejected(alice, "payment-declined", "DECLINED");
        assertThat(personalFieldsOf(order)).isZero();
    }

    @Test
    void cart_and_answers_that_would_be_repeated_go_with_the_customer() {
        givenOrder(alice, Basket.of(lamp, 1));
        givenInCart(alice, lamp, 2);
        assertThat(database.number(ANSWERS, alice.id())).isOne();

        whenForgotten(alice);

        as(alice).get(CART).then().body("items", empty());
        assertThat(database.number(ANSWERS, alice.id())).isZero();
    }

    @Test
    void what_cannot_be_done_now_is_done_later() {
        UUID order = givenDelivered(alice);
        productsApi().askToForget(alice.id());

        Peers.redisLine().cut();
        job.forgetWhoeverHasLeft();
        assertThat(productsApi().isAskingToForget(alice.id())).isTrue();

        everyPeerIsBack();
        productsApi().refuse(Call.CONFIRM_ERASURE, 503, "unavailable");
        job.forgetWhoeverHasLeft();
        assertThat(personalFieldsOf(order)).isZero();
        assertThat(productsApi().isAskingToForget(alice.id())).isTrue();

        productsApi().recover();
        job.forgetWhoeverHasLeft();
        assertThat(productsApi().isAskingToForget(alice.id())).isFalse();
    }

    @Test
    void while_auth_service_is_away_nothing_breaks() {
        productsApi().refuse(Call.LIST_ERASURES, 500, "internal");

        job.forgetWhoeverHasLeft();

        givenOrder(alice, Basket.of(lamp, 1));
    }

    private UUID givenDelivered(Customer customer) {
        UUID order = givenOrder(customer, Basket.of(lamp, 1));
        move("ship", order);
        move("deliver", order);
        return order;
    }

    private void move(String move, UUID order) {
        as(admin).post(ADMIN_ORDERS + "/" + order + "/" + move).then().statusCode(200);
    }

    private void whenForgotten(Customer customer) {
        productsApi().askToForget(customer.id());
        job.forgetWhoeverHasLeft();
        assertThat(productsApi().isAskingToForget(customer.id())).isFalse();
    }

    private static void everyPeerIsBack() {
        Peers.redisLine().mend();
    }

    private long personalFieldsOf(UUID order) {
        return database.number(
                "SELECT num_nonnulls(name, street, postal_code, city, country, payment_token) FROM orders WHERE id = ?",
                order);
    }
}
