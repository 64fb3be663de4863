package io.cloudshop.orders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperationsTest extends OrdersTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void a_probe_says_up_on_the_management_port(String probe) {
        given().get(management.resolve("/health/" + probe))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"));
    }

    @Test
    void liveness_depends_on_nothing_outside_the_process() {
        given().get(management.resolve("/health/live")).then().body("checks.size()", equalTo(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"live", "ready", "started"})
    void no_probe_fails_while_what_is_left_can_still_take_orders(String probe) {
        Peers.redisLine().cut();
        Peers.productsLine().cut();

        given().get(management.resolve("/health/" + probe)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http_server_requests_seconds_count",
                "cloudshop_outbox_pending",
                "cloudshop_outbox_oldest_seconds",
                "cloudshop_outbox_dead",
                "cloudshop_reconciliation_mismatches"
            })
    void metrics_are_on_the_management_port(String name) {
        givenOrder(Customer.isNew(), Basket.of(givenProduct("lamp", "19.90", 7), 1));

        String metrics = given().get(management.resolve("/metrics")).asString();

        assertThat(metrics.lines()).anyMatch(line -> line.startsWith(name));
    }

    @Test
    void a_gauge_that_several_claim_is_none() {
        String metrics = given().get(management.resolve("/metrics")).asString();

        assertThat(metrics.lines()).noneMatch(line -> line.startsWith("redis_pool_active"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/started", "/metrics"})
    void operations_are_not_on_the_public_port(String path) {
        given().get(path).then().statusCode(404);
    }
}
