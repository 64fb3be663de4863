package io.cloudshop.orders.cancellation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CancellationTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Customer admin = Customer.admin();
    private final Product lamp = givenProduct("lamp", "19.90", 7);

    @Test
    void a_confirmed_order_can_be_cancelled_and_everything_goes_back() {
        UUID order = givenOrder(alice, Basket.of(lamp, 2));

        Response answer = whenCancelling(alice, order);

        answer.then().statusCode(200).body("status", equalTo("CANCELLED")).body("total.amount", equalTo("39.80"));
        thenGivenBack(order);
        assertThat(as(alice).get(ORDERS + "/" + order).asString()).isEqualTo(answer.asString());
        assertThat(database.text(
                        "SELECT actor FROM order_audit WHERE order_id = ? AND from_status = 'CONFIRMED' AND to_status = 'CANCELLED'",
                        order))
                .isEqualTo(alice.id().toString());
    }

    @Test
    void a_cancelled_order_cannot_be_cancelled_again() {
        UUID order = givenOrder(alice, Basket.of(lamp, 2));
        whenCancelling(alice, order).then().statusCode(200);

        thenNotCancellable(whenCancelling(alice, order), "CANCELLED");
        thenGivenBack(order);
    }

    @Test
    void what_has_been_shipped_cannot_be_cancelled() {
        UUID order = givenOrder(alice, Basket.of(lamp, 2));
        as(admin).post("/api/v1/admin/orders/" + order + "/ship").then().statusCode(200);
        thenNotCancellable(whenCancelling(alice, order), "SHIPPED");

        as(admin).post("/api/v1/admin/orders/" + order + "/deliver").then().statusCode(200);
        thenNotCancellable(whenCancelling(alice, order), "DELIVERED");
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(5);
        assertThat(paymentOf(order)).isEqualTo("CAPTURED");
    }

    @Test
    void a_rejected_order_cannot_be_cancelled() {
        whenCheckingOut(alice, Basket.of(lamp, 2).paidWith("tok_declined"));

        thenNotCancellable(whenCancelling(alice, onlyOrderOf(alice)), "REJECTED");
    }

    @Test
    void a_pending_order_cannot_be_cancelled_and_goes_on() {
        Peers.productsLine().cut();
        UUID order = idOf(whenCheckingOut(alice, Basket.of(lamp, 2)));

        thenNotCancellable(whenCancelling(alice, order), "PENDING");

        Peers.productsLine().mend();
        thenOrderBecomes(alice, order, "CONFIRMED");
    }

    @Test
    void while_products_api_is_away_an_order_is_cancelled_at_once_and_its_stock_returns_later() {
        UUID order = givenOrder(alice, Basket.of(lamp, 2));
        Peers.productsLine().cut();

        whenCancelling(alice, order).then().statusCode(200).body("status", equalTo("CANCELLED"));

        assertThat(paymentOf(order)).isEqualTo("REFUNDED");
        assertThat(stepOf(order)).isEqualTo("RELEASE");
        Peers.productsLine().mend();
        thenGivenBack(order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUND.before", "REFUND.after", "RELEASE.before", "RELEASE.after"})
    void a_cancellation_survives_a_crash(String point) {
        UUID order = givenOrder(alice, Basket.of(lamp, 2));
        crashes.crashOnceAt(point);
        whenCancelling(alice, order).then().statusCode(500);
        thenOrderIs(alice, order, "CANCELLED");

        whenTheOrderFallsDue(order);

        thenGivenBack(order);
    }

    @Test
    void of_many_cancellations_at_once_one_counts() {
        UUID order = givenOrder(alice, Basket.of(lamp, 2));

        List<Response> answers = inParallel(8, () -> whenCancelling(alice, order));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
        thenGivenBack(order);
    }

    @Test
    void an_order_is_either_shipped_or_cancelled() {
        UUID order = givenOrder(alice, Basket.of(lamp, 2));

        List<Response> answers = inParallel(List.of(
                () -> whenCancelling(alice, order), () -> as(admin).post("/api/v1/admin/orders/" + order + "/ship")));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
        thenNothingIsLeftToDoFor(order);
        boolean cancelled = historyOf(order).contains("CANCELLED");
        assertThat(historyOf(order)).hasSize(3);
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(cancelled ? 7 : 5);
        assertThat(paymentOf(order)).isEqualTo(cancelled ? "REFUNDED" : "CAPTURED");
    }

    @Test
    void an_order_that_was_cancelled_before_its_cart_was_emptied_keeps_its_answer() {
        givenInCart(alice, lamp, 2);
        String key = newKey();
        crashes.crashOnceAt("EMPTY_CART.before");
        whenCheckingOut(alice, key, Basket.fromCart()).then().statusCode(500);
        UUID order = onlyOrderOf(alice);

        whenCancelling(alice, order).then().statusCode(200);

        thenGivenBack(order);
        whenCheckingOut(alice, key, Basket.fromCart())
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("status", equalTo("CONFIRMED"));
    }

    private void thenGivenBack(UUID order) {
        thenNothingIsLeftToDoFor(order);
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(7);
        assertThat(CATALOGUE.reservationOf(order)).isEqualTo("RETURNED");
        assertThat(paymentOf(order)).isEqualTo("REFUNDED");
        assertThat(historyOf(order)).containsExactly("PENDING", "CONFIRMED", "CANCELLED");
    }

    private static Response whenCancelling(Customer customer, UUID order) {
        return as(customer).post(ORDERS + "/" + order + "/cancel");
    }

    private static void thenNotCancellable(Response answer, String status) {
        thenProblem(answer, 409, "not-cancellable");
        answer.then().body("detail", equalTo("An order that is " + status + " cannot become CANCELLED."));
    }
}
