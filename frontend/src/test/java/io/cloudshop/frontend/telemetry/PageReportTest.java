package io.cloudshop.frontend.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.testing.LogRecords;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Set;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PageReportTest {

    @Inject
    MeterRegistry registry;

    @Test
    void a_page_says_how_quick_it_was_and_what_went_wrong() {
        long paints = vitals("LCP", "/products/:id");
        try (LogRecords logs = LogRecords.watch()) {
            report("""
                    {"route": "/products/:id",
                     "vitals": [{"name": "LCP", "value": 1234.5}, {"name": "CLS", "value": 0.01}],
                     "errors": [{"name": "TypeError", "at": "/assets/index-a1B2.js:1:4711"}]}""").statusCode(204);

            assertThat(logs.of(PageMetrics.class))
                    .extracting(LogRecord::getMessage)
                    .singleElement()
                    .asString()
                    .contains("TypeError", "/assets/index-a1B2.js:1:4711");
        }

        assertThat(vitals("LCP", "/products/:id")).isEqualTo(paints + 1);
        assertThat(registry.get("cloudshop.page.layout.shift")
                        .tag("route", "/products/:id")
                        .summary()
                        .max())
                .isGreaterThanOrEqualTo(0.01);
        assertThat(registry.get("cloudshop.page.errors")
                        .tag("route", "/products/:id")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void routes_that_the_shop_has_not_make_one_series() {
        int before = registry.getMeters().size();
        for (int i = 0; i < 50; i++) {
            report("{\"route\": \"/" + i + "\", \"vitals\": [{\"name\": \"FCP\", \"value\": 1}]}")
                    .statusCode(204);
        }

        assertThat(vitals("FCP", "other")).isGreaterThanOrEqualTo(50);
        assertThat(registry.getMeters().size()).isLessThan(before + 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"route\": \"/\", \"vitals\": [{\"name\": \"XYZ\", \"value\": 1}]}",
                "{\"route\": \"/\", \"vitals\": [{\"name\": \"LCP\", \"value\": -1}]}",
                "{\"route\": \"/\", \"vitals\": [{\"name\": \"LCP\", \"value\": 1e99}]}",
                "{\"route\": \"/\", \"vitals\": [null]}",
                "{\"route\": \"/\", \"errors\": [{\"name\": \"my card is 4242\"}]}",
                "{\"route\": \"/\", \"errors\": [{\"name\": \"Error\", \"at\": \"https://evil.example/\\nFATAL\"}]}"
            })
    void what_does_not_fit_is_refused(String body) {
        report(body).statusCode(422).contentType("application/problem+json");
    }

    @Test
    void a_flood_of_reports_is_no_error_of_ours_and_passes() {
        Set<Integer> answers = IntStream.range(0, 400)
                .parallel()
                .mapToObj(i -> report("{\"route\": \"/\"}").extract().statusCode())
                .collect(Collectors.toSet());

        assertThat(answers).contains(204).isSubsetOf(204, 429);
        // Counted second by second: not one of the tests after this may fall into the flooded one.
        long flooded = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > flooded);
        report("{\"route\": \"/\"}").statusCode(204);
    }

    @Test
    void what_is_no_json_is_refused() {
        report("rubbish").statusCode(400);
        given().contentType("text/plain")
                .body("{}")
                .post("/page-reports")
                .then()
                .statusCode(415);
    }

    private long vitals(String vital, String route) {
        var timer = registry.find("cloudshop.page.vital")
                .tags("vital", vital, "route", route)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private static ValidatableResponse report(String body) {
        return given().contentType("application/json")
                .body(body)
                .post("/page-reports")
                .then();
    }
}
