package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CheckoutTest extends OrdersTest {

    private final Customer alice = Customer.isNew();

    @Test
    void an_order_is_answered_in_the_shape_of_the_contract_and_in_no_other() {
        Product lamp = givenProduct("lamp", "19.90", 7);

        Response order = whenCheckingOut(alice, Basket.of(lamp, 2));

        order.then().statusCode(201).contentType("application/json");
        Map<String, Object> body = order.jsonPath().getMap("");
        assertThat(body)
                .containsOnlyKeys(
                        "id",
                        "number",
                        "userId",
                        "status",
                        "lines",
                        "total",
                        "shippingAddress",
                        "createdAt",
                        "updatedAt")
                .containsEntry("userId", alice.id().toString())
                .containsEntry("status", "CONFIRMED")
                .containsEntry("total", Map.of("amount", "39.80", "currency", "EUR"))
                .containsEntry("shippingAddress", Basket.fromCart().body().get("shippingAddress"))
                .containsEntry(
                        "lines",
                        List.of(Map.of(
                                "productId",
                                lamp.id().toString(),
                                "sku",
                                lamp.sku(),
                                "name",
                                "lamp",
                                "quantity",
                                2,
                                "unitPrice",
                                Map.of("amount", "19.90", "currency", "EUR"),
                                "lineTotal",
                                Map.of("amount", "39.80", "currency", "EUR"))));
        assertThat(UUID.fromString((String) body.get("id")).version()).isEqualTo(7);
        assertThat((String) body.get("number")).matches("CS-\\d{8}");
        assertThat(Instant.parse((String) body.get("createdAt")))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
        assertThat(order.header("Location")).endsWith(ORDERS + "/" + body.get("id"));
        assertThat(order.header("Idempotency-Replayed")).isNull();
        assertThat(as(alice).get(ORDERS + "/" + body.get("id")).asString()).isEqualTo(order.asString());
    }

    @Test
    void a_confirmed_order_has_sold_its_stock_taken_its_money_and_written_its_history() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Product chair = givenProduct("chair", "100.00", 3);

        UUID order = givenOrder(alice, Basket.of(lamp, 2).and(chair, 3));

        assertThat(CATALOGUE.reservationOf(order)).isEqualTo("CONFIRMED");
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(5);
        assertThat(CATALOGUE.stockOf(chair)).isZero();
        assertThat(paymentOf(order)).isEqualTo("CAPTURED");
        assertThat(database.text("SELECT amount FROM sandbox_provider.payment WHERE order_id = ?", order))
                .isEqualTo("339.80");
        assertThat(historyOf(order)).containsExactly("PENDING", "CONFIRMED");
        assertThat(database.texts("SELECT actor FROM order_audit WHERE order_id = ? ORDER BY id", order))
                .containsExactly(alice.id().toString(), "system");
    }

    @Test
    void numbers_are_given_out_upwards_and_once() {
        Product lamp = givenProduct("lamp", "19.90", 7);

        String first = whenCheckingOut(alice, Basket.of(lamp, 1)).path("number");
        String second = whenCheckingOut(alice, Basket.of(lamp, 1)).path("number");

        assertThat(second).isGreaterThan(first);
    }

    @Test
    void prices_are_those_of_the_reservation() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        givenInCart(alice, lamp, 1);
        CATALOGUE.reprice(lamp, "25.00");

        whenCheckingOut(alice, Basket.fromCart())
                .then()
                .statusCode(201)
                .body("lines[0].unitPrice.amount", equalTo("25.00"))
                .body("total.amount", equalTo("25.00"));
    }

    @Test
    void an_order_keeps_its_prices_when_the_catalogue_changes() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        UUID order = givenOrder(alice, Basket.of(lamp, 1));

        CATALOGUE.reprice(lamp, "25.00");

        as(alice).get(ORDERS + "/" + order).then().body("total.amount", equalTo("19.90"));
    }

    @Test
    void a_price_sent_by_the_client_is_refused() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Map<String, Object> cheap = Map.of("productId", lamp.id(), "quantity", 1, "unitPrice", "0.01");

        Response answer = whenCheckingOut(alice, Basket.fromCart().with("lines", List.of(cheap)));

        thenProblem(answer, 400, "malformed");
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(7);
    }

    @Test
    void too_little_stock_is_told_line_by_line_and_nothing_is_held() {
        Product lamp = givenProduct("lamp", "19.90", 1);
        Product chair = givenProduct("chair", "100.00", 3);

        Response answer = whenCheckingOut(alice, Basket.of(lamp, 2).and(chair, 1));

        thenProblem(answer, 409, "insufficient-stock");
        answer.then()
                .body("shortages.size()", equalTo(1))
                .body("shortages[0].productId", equalTo(lamp.id().toString()))
                .body("shortages[0].requested", equalTo(2))
                .body("shortages[0].available", equalTo(1));
        assertThat(CATALOGUE.stockOf(chair)).isEqualTo(3);
        thenRejected(alice, "insufficient-stock", null);
    }

    @Test
    void a_product_that_does_not_exist_rejects_the_order() {
        Product gone = givenProduct("lamp", "19.90", 1);
        CATALOGUE.remove(gone);

        Response answer = whenCheckingOut(alice, Basket.of(gone, 1));

        thenProblem(answer, 422, "unknown-product");
        thenRejected(alice, "unknown-product", null);
    }

    @Test
    void a_declined_payment_gives_the_stock_back() {
        Product lamp = givenProduct("lamp", "19.90", 7);

        Response answer = whenCheckingOut(alice, Basket.of(lamp, 2).paidWith("tok_declined"));

        thenProblem(answer, 402, "payment-declined");
        thenRejected(alice, "payment-declined", "DECLINED");
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(7);
        assertThat(CATALOGUE.reservationOf(onlyOrderOf(alice))).isEqualTo("RELEASED");
    }

    @Test
    void a_payment_in_doubt_is_decided_and_nothing_stays_authorised() {
        Product lamp = givenProduct("lamp", "19.90", 7);

        Response answer = whenCheckingOut(alice, Basket.of(lamp, 2).paidWith("tok_timeout"));

        thenProblem(answer, 402, "payment-timeout");
        thenRejected(alice, "payment-timeout", "VOIDED");
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(7);
    }

    @Test
    void while_a_slow_payment_is_under_way_its_key_answers_in_progress() throws Exception {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Basket basket = Basket.of(lamp, 2).paidWith("tok_slow");
        String key = newKey();
        Instant start = Instant.now();

        var first = CompletableFuture.supplyAsync(() -> whenCheckingOut(alice, key, basket));
        await().until(() -> database.number("SELECT count(*) FROM orders WHERE user_id = ?", alice.id()) == 1);
        Response meanwhile = whenCheckingOut(alice, key, basket);

        thenProblem(meanwhile, 409, "request-in-progress");
        assertThat(meanwhile.header("Retry-After")).isNotNull();
        first.get().then().statusCode(201).body("status", equalTo("CONFIRMED"));
        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        whenCheckingOut(alice, key, basket)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first.get().path("id")));
    }

    @Test
    void lines_of_the_same_product_are_one() {
        Product lamp = givenProduct("lamp", "19.90", 99);

        whenCheckingOut(alice, Basket.of(lamp, 50).and(lamp, 49))
                .then()
                .statusCode(201)
                .body("lines.quantity", contains(99));
    }

    @Test
    void more_than_ninety_nine_of_a_product_are_invalid_however_they_are_spread() {
        Product lamp = givenProduct("lamp", "19.90", 200);

        thenProblem(whenCheckingOut(alice, Basket.of(lamp, 50).and(lamp, 50)), 422, "invalid");
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(200);
    }

    @Test
    void an_empty_order_is_none() {
        thenProblem(whenCheckingOut(alice, Basket.fromCart()), 422, "empty-order");
        thenProblem(whenCheckingOut(alice, Basket.fromCart().with("lines", List.of())), 422, "empty-order");
        assertThat(database.number("SELECT count(*) FROM orders WHERE user_id = ?", alice.id()))
                .isZero();
    }

    @Test
    void the_largest_order_there_can_be_is_taken() {
        Basket basket = Basket.fromCart().with("lines", List.of());
        for (int i = 0; i < 100; i++) {
            basket = basket.and(givenProduct("thing", "9999.99", 99), 99);
        }

        whenCheckingOut(alice, basket)
                .then()
                .statusCode(201)
                .body("lines.size()", equalTo(100))
                .body("total.amount", equalTo("98999901.00"));
    }

    @Test
    void the_last_unit_goes_to_one_of_two_buyers() {
        Product lamp = givenProduct("lamp", "19.90", 1);

        List<Response> answers = inParallel(8, () -> whenCheckingOut(Customer.isNew(), Basket.of(lamp, 1)));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        assertThat(CATALOGUE.stockOf(lamp)).isZero();
    }

    @Test
    void the_request_id_goes_on_to_products_api() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        String requestId = "checkout-" + alice.id();

        as(alice)
                .header("X-Request-Id", requestId)
                .header("Idempotency-Key", newKey())
                .contentType("application/json")
                .body(Basket.of(lamp, 1).body())
                .post(ORDERS)
                .then()
                .statusCode(201)
                .header("X-Request-Id", requestId);

        assertThat(productsApi().headersOf(Call.RESERVE, "X-Request-Id")).contains(requestId);
        assertThat(productsApi().headersOf(Call.CONFIRM, "X-Request-Id")).contains(requestId);
        assertThat(productsApi().headersOf(Call.RESERVE, "Authorization"))
                .last()
                .asString()
                .startsWith("Bearer service-token-");
    }
}
