package io.cloudshop.orders.reconciliation;

import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.apache.http.params.CoreConnectionPNames.SO_TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Customer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A measurement, run by benchmarks/reconciliation.sh; the name keeps it out of the test suite. */
@QuarkusTest
class ReconciliationAtScale extends OrdersTest {

    private static final int ORDERS = Integer.getInteger("cloudshop.benchmark.orders", 1_000_000);
    private static final int AT_ONCE = 50_000;
    private static final int CHANGED = 1_000;
    private static final int RUNS = 7;
    private static final List<String> FIGURES = new ArrayList<>();
    private static final RestAssuredConfig PATIENT =
            RestAssured.config().httpClient(httpClientConfig().setParam(SO_TIMEOUT, 60_000));

    @Inject
    RecentChanges changes;

    @Inject
    ReconciliationSettings settings;

    @Test
    void how_long_it_takes() {
        for (int made = 0; made < ORDERS; made += AT_ONCE) {
            givenOrders(AT_ONCE, "now() - (1 + random() * 365) * interval '1 day'");
        }
        database.execute("VACUUM ANALYZE");

        measureTheMinutesRun();
        measureTheAdminsCall();
    }

    @AfterAll
    static void print() {
        FIGURES.forEach(System.out::println);
    }

    private void measureTheMinutesRun() {
        List<Duration> times = new ArrayList<>();
        Instant beforeTheLast = givenChanges();
        for (int run = 0; run < RUNS; run++) {
            Instant beforeThis = givenChanges();
            givenTheLastRunSawEverythingUntil(beforeTheLast);
            beforeTheLast = beforeThis;
            long start = System.nanoTime();
            assertThat(changes.compare()).isTrue();
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        Collections.sort(times);
        FIGURES.add(String.format(
                Locale.ROOT,
                "FIGURE orders %d, minute's run with %d changed a minute and 1000 swept: median %d ms, most %d ms",
                ORDERS,
                CHANGED,
                times.get(RUNS / 2).toMillis(),
                times.getLast().toMillis()));
    }

    /** A minute's orders, and the moment before them. */
    private Instant givenChanges() {
        Instant before = Instant.now();
        givenOrders(CHANGED, "now()");
        database.texts("SELECT id FROM orders WHERE updated_at >= '" + before + "'").stream()
                .map(UUID::fromString)
                .forEach(id -> CATALOGUE.setReservation(id, "RELEASED"));
        return before;
    }

    /** The overlap has a run look at the minute before once more. */
    private void givenTheLastRunSawEverythingUntil(Instant moment) {
        database.execute("UPDATE reconciliation SET leased_until = '-infinity', checked_until = '%s'"
                .formatted(moment.plus(settings.overlap())));
    }

    private void measureTheAdminsCall() {
        int calls = 0;
        long start = System.nanoTime();
        long longest = 0;
        String after = "00000000-0000-0000-0000-000000000000";
        while (after != null) {
            long begun = System.nanoTime();
            JsonPath report = as(Customer.admin())
                    .config(PATIENT)
                    .queryParam("after", after)
                    .get("/api/v1/admin/reconciliation")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            longest = Math.max(longest, System.nanoTime() - begun);
            after = report.getString("nextCursor");
            calls++;
        }
        FIGURES.add(String.format(
                Locale.ROOT,
                "FIGURE orders %d, admin's comparison of all: %d calls, %d ms together, the longest %d ms",
                ORDERS,
                calls,
                Duration.ofNanos(System.nanoTime() - start).toMillis(),
                Duration.ofNanos(longest).toMillis()));
    }

    /** Rejected ones with two lines, whose payment was declined. */
    private void givenOrders(int number, String updatedAt) {
        database.execute(String.format(Locale.ROOT, """
                WITH made AS (
                    INSERT INTO orders (id, user_id, status, rejection_reason, name, street, postal_code, city, country,
                                        payment_token, from_cart, step, next_attempt_at, deadline, created_at, updated_at)
                    SELECT gen_random_uuid(), gen_random_uuid(), 'REJECTED', 'payment-declined', 'n', 's', 'p', 'c', 'GB',
                           'tok_declined', false, 'DONE', now(), now(), now(), %1$s
                      FROM generate_series(1, %2$d) RETURNING id, updated_at),
                lines AS (
                    INSERT INTO order_line (order_id, position, product_id, quantity)
                    SELECT id, position, gen_random_uuid(), 1 FROM made, generate_series(0, 1) AS position)
                INSERT INTO sandbox_provider.payment (order_id, state, amount, currency, updated_at)
                SELECT id, 'DECLINED', 1, 'EUR', updated_at FROM made""", updatedAt, number));
    }
}
