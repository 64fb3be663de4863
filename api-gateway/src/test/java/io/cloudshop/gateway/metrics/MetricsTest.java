package io.cloudshop.gateway.metrics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.testing.RawClient;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@GatewayTest
class MetricsTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void a_client_cannot_make_time_series_by_inventing_paths_or_methods() throws Exception {
        for (int i = 0; i < 5; i++) {
            RawClient.request("GET", "/api/v1/products/invented-" + i);
            RawClient.request("GET", "/invented-" + i);
            RawClient.request("GET", "/api/v1/products/%2e/invented-" + i);
            RawClient.request("GET", "/api/v1/orders/invented-" + i);
            RawClient.request("INVENTED" + i, "/api/v1/products/invented-" + i);
            RawClient.request(
                    "OPTIONS", "/invented-" + i, "Origin: http://localhost:3000", "Access-Control-Request-Method: GET");
        }

        List<String> series = given().get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_"))
                .toList();

        assertThat(series).noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("invented"));
        assertThat(series)
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_count")
                        && line.contains("uri=\"/api/v1/products/**\"")
                        && line.contains("status=\"200\""));
        assertThat(series)
                .anyMatch(line -> line.startsWith("http_server_requests_seconds_bucket")
                        && line.contains("outcome=\"SUCCESS\"")
                        && line.contains("le=\"0.5\""));
    }

    @Test
    void probes_and_scrapes_are_no_requests_of_customers() {
        given().get(metrics.toString().replace("/metrics", "/health/ready"));
        given().get(metrics);

        assertThat(given().get(metrics).asString().lines())
                .noneMatch(line -> line.startsWith("http_server_requests_seconds_count")
                        && (line.contains("uri=\"/metrics") || line.contains("uri=\"/health")));
    }

    @Test
    void probes_are_on_the_management_port_only() throws Exception {
        given().get(metrics.toString().replace("/metrics", "/health/live"))
                .then()
                .statusCode(200);
        given().get("/health/live").then().statusCode(404);
        given().get("/metrics").then().statusCode(404);
    }
}
