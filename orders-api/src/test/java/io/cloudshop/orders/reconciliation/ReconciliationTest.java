package io.cloudshop.orders.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.defaults.Ids;
import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.payment.PaymentProvider;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.cloudshop.outbox.Outbox;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ReconciliationTest extends OrdersTest {

    private static final String RECONCILIATION = "/api/v1/admin/reconciliation";

    @Inject
    OrderLedger ledger;

    @Inject
    Comparison comparison;

    @Inject
    Findings findings;

    @Inject
    PaymentProvider payments;

    @Inject
    Outbox outbox;

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 50);
    private final List<UUID> spoilt = new ArrayList<>();

    @Test
    void orders_of_every_fate_agree_with_their_books() {
        givenOrder(alice, Basket.of(lamp, 1));
        whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_declined"));
        whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_timeout"));
        whenCheckingOut(alice, Basket.of(lamp, 99));
        givenCancelledOrder();
        crashes.crashOnceAt("CONFIRM.before");
        whenCheckingOut(alice, Basket.of(lamp, 1)).then().statusCode(500);

        assertThat(report().getList("mismatches")).isEmpty();
    }

    @Test
    void everything_is_counted() {
        givenOrder(alice, Basket.of(lamp, 1));
        givenCancelledOrder();
        whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_timeout"));
        await().until(() -> database.number("SELECT count(*) FROM outbox_event WHERE dead_at IS NULL") == 0);

        JsonPath report = report();

        for (String status : List.of("PENDING", "CONFIRMED", "SHIPPED", "DELIVERED", "CANCELLED", "REJECTED")) {
            assertThat(report.getLong("orders." + status))
                    .isEqualTo(database.number("SELECT count(*) FROM orders WHERE status = ?", status));
        }
        for (String state : List.of("authorized", "captured", "refunded", "voided")) {
            assertThat(report.getLong("payments." + state))
                    .isEqualTo(database.number(
                            "SELECT count(*) FROM sandbox_provider.payment WHERE lower(state) = ?", state));
        }
        assertThat(report.getMap("outbox")).isEqualTo(Map.of("pending", 0, "dead", 0, "oldestSeconds", 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE sandbox_provider.payment SET state = 'AUTHORIZED' WHERE order_id = ? | payment is AUTHORIZED instead of CAPTURED",
                "UPDATE sandbox_provider.payment SET state = 'REFUNDED' WHERE order_id = ?   | payment is REFUNDED instead of CAPTURED",
                "DELETE FROM sandbox_provider.payment WHERE order_id = ?                     | payment is missing instead of CAPTURED",
                "UPDATE sandbox_provider.payment SET amount = amount + 0.01 WHERE order_id = ? | the amount captured is not the order's total",
                "UPDATE sandbox_provider.payment SET currency = 'USD' WHERE order_id = ?     | the amount captured is not the order's total",
                "UPDATE orders SET total = total - 1 WHERE id = ?                            | the amount captured is not the order's total",
                "UPDATE order_line SET quantity = 3 WHERE order_id = ?                       | the quantities sold are not those ordered",
                "UPDATE order_line SET product_id = gen_random_uuid() WHERE order_id = ?     | the quantities sold are not those ordered"
            })
    void a_confirmed_order_whose_payment_or_lines_differ_is_reported(String sql, String problem) {
        UUID order = spoilt(givenOrder(alice, Basket.of(lamp, 2)));

        assertThat(database.execute(sql, order)).isOne();

        thenMismatch(order, problem);
    }

    @ParameterizedTest
    @CsvSource({
        "HELD,     stock is HELD instead of sold",
        "RELEASED, stock is RELEASED instead of sold",
        "EXPIRED,  stock is EXPIRED instead of sold",
        "RETURNED, stock is RETURNED instead of sold"
    })
    void a_confirmed_order_whose_stock_is_not_sold_is_reported(String status, String problem) {
        UUID order = spoilt(givenOrder(alice, Basket.of(lamp, 2)));

        CATALOGUE.setReservation(order, status);

        thenMismatch(order, problem);
    }

    @Test
    void a_confirmed_order_that_products_api_does_not_know_is_reported() {
        UUID order = spoilt(givenOrder(alice, Basket.of(lamp, 2)));

        CATALOGUE.forget(order);

        thenMismatch(order, "stock is not reserved instead of sold");
    }

    @ParameterizedTest
    @CsvSource({"HELD", "CONFIRMED"})
    void a_rejected_or_cancelled_order_that_keeps_its_stock_is_reported(String status) {
        UUID cancelled = spoilt(givenCancelledOrder());
        CATALOGUE.setReservation(cancelled, status);
        thenMismatch(cancelled, "stock is still " + status);
        forgetSpoiltOrders();

        whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_declined"));
        UUID rejected = spoilt(onlyOrderOf(alice));
        CATALOGUE.setReservation(rejected, status);
        thenMismatch(rejected, "stock is still " + status);
    }

    @ParameterizedTest
    @CsvSource({"AUTHORIZED", "CAPTURED"})
    void a_rejected_or_cancelled_order_that_keeps_the_money_is_reported(String state) {
        UUID cancelled = spoilt(givenCancelledOrder());
        setPayment(cancelled, state);
        thenMismatch(cancelled, "payment is still " + state);
        forgetSpoiltOrders();

        whenCheckingOut(alice, Basket.of(lamp, 1).paidWith("tok_declined"));
        UUID rejected = spoilt(onlyOrderOf(alice));
        setPayment(rejected, state);
        thenMismatch(rejected, "payment is still " + state);
    }

    @Test
    void a_payment_without_an_order_is_reported() {
        UUID order = spoilt(UUID.randomUUID());

        database.execute(
                "INSERT INTO sandbox_provider.payment (order_id, state, amount, currency) VALUES (?, 'CAPTURED', 1, 'EUR')",
                order);

        thenMismatch(order, "payment is CAPTURED for an order that does not exist");
    }

    @ParameterizedTest
    @CsvSource({"HELD", "CONFIRMED"})
    void stock_without_an_order_is_reported(String status) {
        UUID order = spoilt(UUID.randomUUID());

        CATALOGUE.setReservation(order, status);

        thenMismatch(order, "stock is " + status + " for an order that does not exist");
    }

    @ParameterizedTest
    @CsvSource({"RESERVE.before, RESERVE", "CONFIRM.before, CONFIRM", "CAPTURE.before, CAPTURE"})
    void an_order_that_has_been_on_its_way_for_too_long_is_reported(String point, String step) {
        crashes.crashOnceAt(point);
        whenCheckingOut(alice, Basket.of(lamp, 1)).then().statusCode(500);
        UUID order = spoilt(onlyOrderOf(alice));

        database.execute(
                "UPDATE orders SET created_at = now() - interval '2 hours', updated_at = now() - interval '2 hours', deadline = now() - interval '90 minutes' WHERE id = ?",
                order);

        assertThat(problemOf(order)).startsWith("stuck at " + step);
    }

    @Test
    void many_orders_are_compared_page_by_page_in_the_order_of_the_database() {
        database.execute("""
                INSERT INTO orders (id, user_id, status, rejection_reason, name, street, postal_code, city, country,
                                    payment_token, from_cart, step, next_attempt_at, deadline, created_at, updated_at)
                SELECT gen_random_uuid(), CAST(? AS uuid), 'REJECTED', 'payment-declined', 'n', 's', 'p', 'c', 'GB',
                       'tok_declined', false, 'DONE', now(), now(), now(), now()
                  FROM generate_series(1, 1201)""", alice.id());
        database.execute("""
                INSERT INTO sandbox_provider.payment (order_id, state, amount, currency)
                SELECT id, 'DECLINED', 1, 'EUR' FROM orders WHERE user_id = ?""", alice.id());
        database.texts("SELECT id::text FROM orders WHERE user_id = ?", alice.id())
                .forEach(id -> CATALOGUE.setReservation(spoilt(UUID.fromString(id)), "RELEASED"));

        assertThat(report().getList("mismatches")).isEmpty();

        List<UUID> ends = List.of(
                UUID.fromString(database.text("SELECT min(id::text) FROM orders WHERE user_id = ?", alice.id())),
                UUID.fromString(database.text("SELECT max(id::text) FROM orders WHERE user_id = ?", alice.id())));
        ends.forEach(order -> setPayment(order, "AUTHORIZED"));
        assertThat(report().getList("mismatches.orderId", UUID.class)).containsExactlyElementsOf(ends);
    }

    @Test
    void a_comparison_that_takes_too_long_answers_with_where_to_go_on() {
        UUID before = Ids.next();
        List<UUID> orders = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID order = spoilt(givenOrder(alice, Basket.of(lamp, 1)));
            orders.add(order);
            setPayment(order, "AUTHORIZED");
        }
        Reconciliation impatient = reconciliation(Duration.ZERO);

        List<UUID> found = new ArrayList<>();
        ReconciliationReport report = impatient.report(before);
        while (!report.complete()) {
            report.mismatches().forEach(mismatch -> found.add(mismatch.orderId()));
            report = impatient.report(report.nextCursor());
        }
        report.mismatches().forEach(mismatch -> found.add(mismatch.orderId()));

        assertThat(found).containsExactlyInAnyOrderElementsOf(orders);
        assertThat(report().getBoolean("complete")).isTrue();
        assertThat(report().getString("nextCursor")).isNull();
    }

    @Test
    void a_comparison_goes_on_after_the_cursor() {
        UUID order = spoilt(givenOrder(alice, Basket.of(lamp, 1)));
        setPayment(order, "AUTHORIZED");

        as(Customer.admin())
                .queryParam("after", order)
                .get(RECONCILIATION)
                .then()
                .statusCode(200)
                .body("mismatches", empty());
        thenProblem(as(Customer.admin()).queryParam("after", "x").get(RECONCILIATION), 400, "malformed");
    }

    @Test
    void without_products_api_there_is_nothing_to_compare_with() {
        Peers.productsLine().cut();

        thenProblem(as(Customer.admin()).get(RECONCILIATION), 503, "catalogue-unavailable");
    }

    @AfterEach
    void forgetSpoiltOrders() {
        for (UUID order : spoilt) {
            CATALOGUE.forget(order);
            database.execute("DELETE FROM sandbox_provider.payment WHERE order_id = ?", order);
            database.execute("DELETE FROM idempotency_key WHERE order_id = ?", order);
            database.execute("DELETE FROM orders WHERE id = ?", order);
            database.execute("DELETE FROM reconciliation_mismatch WHERE order_id = ?", order);
        }
        spoilt.clear();
    }

    private Reconciliation reconciliation(Duration longestAnswer) {
        return new Reconciliation(
                ledger, comparison, findings, payments, outbox, new Patience(longestAnswer), Clock.systemUTC());
    }

    private UUID spoilt(UUID order) {
        spoilt.add(order);
        return order;
    }

    private UUID givenCancelledOrder() {
        UUID order = givenOrder(alice, Basket.of(lamp, 1));
        as(alice).post(ORDERS + "/" + order + "/cancel").then().statusCode(200).body("status", equalTo("CANCELLED"));
        return order;
    }

    private void setPayment(UUID order, String state) {
        assertThat(database.execute("UPDATE sandbox_provider.payment SET state = ? WHERE order_id = ?", state, order))
                .isOne();
    }

    private static JsonPath report() {
        return as(Customer.admin())
                .get(RECONCILIATION)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String problemOf(UUID order) {
        return report().getString("mismatches.find { it.orderId == '" + order + "' }.problem");
    }

    private static void thenMismatch(UUID order, String problem) {
        assertThat(report().getList("mismatches"))
                .isEqualTo(List.of(Map.of("orderId", order.toString(), "problem", problem)));
    }
}
