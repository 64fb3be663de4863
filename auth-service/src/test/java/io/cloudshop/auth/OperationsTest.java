package io.cloudshop.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperationsTest extends AuthTest {

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

    @Test
    void metrics_are_on_the_management_port() {
        given().get("/.well-known/jwks.json");

        given().get(management.resolve("/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("http_server_requests_seconds_count"));
    }

    @Test
    void a_gauge_that_several_claim_is_none() {
        given().get(management.resolve("/metrics"))
                .then()
                .body(not(containsString("netty_eventexecutor_workers")))
                .body(containsString("netty_eventexecutor_tasks_pending"));
    }

    @Test
    void a_client_cannot_make_time_series_by_inventing_paths_or_methods() {
        for (int i = 0; i < 3; i++) {
            given().get("/invented-" + i);
            given().post("/invented-" + i);
            given().request("INVENTED" + i, "/api/v1/auth/me");
            given().get("/api/v1/auth/invented-" + i);
            given().get("/openapi/invented-" + i);
            given().get("/q/invented-" + i);
            given().delete("/.well-known/jwks.json/invented-" + i);
            given().body("a".repeat(1_100_000)).post("/too-large-invented-" + i);
            given().header("Origin", "http://localhost:3000")
                    .header("Access-Control-Request-Method", "GET")
                    .options("/invented-" + i);
        }

        given().get(management.resolve("/metrics"))
                .then()
                .body(not(containsStringIgnoringCase("invented")))
                .body(containsString("uri=\"NOT_FOUND\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics"})
    void operations_are_not_on_the_public_port(String path) {
        given().get(path).then().statusCode(404);
    }
}
