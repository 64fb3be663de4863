package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.cloudshop.orders.testing.Trouble;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** products-api is away, slow or broken: the order is accepted, and finished once it is back. */
@QuarkusTest
class CatalogueOutageTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 7);

    @Test
    void an_order_that_cannot_be_reserved_is_accepted_without_prices_and_finished_later() {
        Peers.productsLine().cut();

        Response order = whenCheckingOut(alice, Basket.of(lamp, 2));

        order.then()
                .statusCode(202)
                .header("Location", endsWith(ORDERS + "/" + idOf(order)))
                .body("status", equalTo("PENDING"))
                .body("total", nullValue())
                .body("lines[0].quantity", equalTo(2))
                .body("lines[0].unitPrice", nullValue());
        thenOrderIs(alice, idOf(order), "PENDING");

        Peers.productsLine().mend();

        thenFinished(idOf(order));
        as(alice)
                .get(ORDERS + "/" + idOf(order))
                .then()
                .body("total.amount", equalTo("39.80"))
                .body("lines[0].name", equalTo("lamp"));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void an_order_is_accepted_whatever_is_wrong_with_the_reservation(Trouble trouble) {
        productsApi().failAt(Call.RESERVE, trouble);

        Response order = whenCheckingOut(alice, Basket.of(lamp, 2));

        order.then().statusCode(202).body("status", equalTo("PENDING"));
        productsApi().recover();
        whenTheOrderFallsDue(idOf(order));
        thenFinished(idOf(order));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"ERROR", "RESET", "ANSWER_LOST"})
    void an_order_is_accepted_whatever_is_wrong_with_the_confirmation(Trouble trouble) {
        productsApi().failAt(Call.CONFIRM, trouble);

        Response order = whenCheckingOut(alice, Basket.of(lamp, 2));

        order.then().statusCode(202).body("total.amount", equalTo("39.80"));
        assertThat(paymentOf(idOf(order))).isEqualTo("AUTHORIZED");
        productsApi().recover();
        whenTheOrderFallsDue(idOf(order));
        thenFinished(idOf(order));
    }

    @ParameterizedTest
    @CsvSource({"ERROR", "ANSWER_LOST"})
    void a_declined_order_is_answered_at_once_and_its_stock_given_back_later(Trouble trouble) {
        productsApi().failAt(Call.RELEASE, trouble);

        Response answer = whenCheckingOut(alice, Basket.of(lamp, 2).paidWith("tok_declined"));

        thenProblem(answer, 402, "payment-declined");
        assertThat(stepOf(onlyOrderOf(alice))).isEqualTo("RELEASE");
        productsApi().recover();
        whenTheOrderFallsDue(onlyOrderOf(alice));
        thenNothingIsLeftToDoFor(onlyOrderOf(alice));
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(7);
    }

    @Test
    void an_order_is_accepted_while_no_service_token_can_be_had() {
        productsApi().failAt(Call.TOKEN, Trouble.ERROR);
        productsApi().failAt(Call.RESERVE, Trouble.ERROR);

        Response order = whenCheckingOut(alice, Basket.of(lamp, 2));

        order.then().statusCode(202);
        productsApi().recover();
        whenTheOrderFallsDue(idOf(order));
        thenFinished(idOf(order));
    }

    @Test
    void an_order_that_turns_out_to_be_short_later_is_rejected() {
        Peers.productsLine().cut();
        UUID order = idOf(whenCheckingOut(alice, Basket.of(lamp, 2)));
        CATALOGUE.setStock(lamp, 1);

        Peers.productsLine().mend();

        thenOrderBecomes(alice, order, "REJECTED");
        as(alice).get(ORDERS + "/" + order).then().body("rejectionReason", equalTo("insufficient-stock"));
        assertThat(CATALOGUE.stockOf(lamp)).isOne();
    }

    @Test
    void the_cart_is_emptied_when_its_order_is_finished_and_not_before() {
        givenInCart(alice, lamp, 2);
        productsApi().failAt(Call.RESERVE, Trouble.ERROR);
        UUID order = idOf(whenCheckingOut(alice, Basket.fromCart()));
        as(alice).get(CART).then().body("items.size()", equalTo(1));

        productsApi().recover();

        whenTheOrderFallsDue(order);
        thenFinished(order);
        as(alice).get(CART).then().body("items.size()", equalTo(0));
    }

    @Test
    void a_checkout_that_recovery_overtook_in_the_outage_is_answered_like_any_other() {
        productsApi().failAt(Call.RESERVE, Trouble.SLOW);
        CompletableFuture<Response> answer =
                CompletableFuture.supplyAsync(() -> whenCheckingOut(alice, Basket.of(lamp, 2)));
        await().until(() -> CATALOGUE.stockOf(lamp) == 5);
        productsApi().failAt(Call.RESERVE, Trouble.ERROR);

        whenTheOrderFallsDue(onlyOrderOf(alice));

        answer.join().then().statusCode(202).body("status", equalTo("PENDING"));
    }

    @Test
    void refusals_are_answers_and_open_no_circuit() {
        for (int i = 0; i < 25; i++) {
            whenCheckingOut(alice, Basket.of(lamp, 8)).then().statusCode(409);
        }

        whenCheckingOut(alice, Basket.of(lamp, 2)).then().statusCode(201);
    }

    @Test
    void a_catalogue_that_keeps_failing_is_left_alone_for_a_while() {
        givenInCart(alice, lamp, 1);
        productsApi().failAt(Call.PRODUCTS, Trouble.ERROR);
        int before = productsApi().headersOf(Call.PRODUCTS, "X-Request-Id").size();

        for (int i = 0; i < 30; i++) {
            thenProblem(as(alice).get(CART), 503, "catalogue-unavailable");
        }

        assertThat(productsApi().headersOf(Call.PRODUCTS, "X-Request-Id").size() - before)
                .isLessThan(60);
        productsApi().recover();
        await().untilAsserted(() -> as(alice).get(CART).then().statusCode(200));
    }

    private void thenFinished(UUID order) {
        thenOrderBecomes(alice, order, "CONFIRMED");
        thenNothingIsLeftToDoFor(order);
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(5);
        assertThat(CATALOGUE.reservationOf(order)).isEqualTo("CONFIRMED");
        assertThat(paymentOf(order)).isEqualTo("CAPTURED");
        assertThat(historyOf(order)).containsExactly("PENDING", "CONFIRMED");
    }
}
