package io.cloudshop.auth;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

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

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/metrics"})
    void operations_are_not_on_the_public_port(String path) {
        given().get(path).then().statusCode(404);
    }
}
