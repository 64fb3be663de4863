package io.cloudshop.frontend;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OperationsTest {

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @ParameterizedTest
    @ValueSource(strings = {"/health/live", "/health/ready", "/health/started"})
    void a_probe_says_up_on_the_management_port(String probe) {
        given().get(management.resolve(probe)).then().statusCode(200).body("status", equalTo("UP"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health",
                "/health/live",
                "/health/ready",
                "/metrics",
                "/metrics/x",
                "/q",
                "/q/health",
                "/openapi"
            })
    void operations_are_not_on_the_public_port(String path) {
        given().accept("text/html,*/*").get(path).then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void files_and_pages_make_no_time_series_of_their_own() {
        for (String path : List.of(
                "/config.json",
                "/theme.js",
                "/catalogue/lamp-invented.svg",
                "/assets/invented.js",
                "/products/invented",
                "/products/picture-invented.png",
                "/api/invented",
                "/invented")) {
            given().get(path);
            given().post(path);
        }

        List<String> uris = given().get(management.resolve("/metrics"))
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_requests_seconds_count"))
                .map(line -> line.replaceAll(".*uri=\"([^\"]*)\".*", "$1"))
                .distinct()
                .toList();

        assertThat(uris)
                .contains("/config.json", "/assets/**", "/catalogue/**", "/**")
                .isSubsetOf("/config.json", "/assets/**", "/catalogue/**", "/**", "root", "NOT_FOUND", "UNKNOWN");
    }
}
