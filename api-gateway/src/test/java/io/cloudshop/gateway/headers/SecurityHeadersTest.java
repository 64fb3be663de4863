package io.cloudshop.gateway.headers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.TestTokens;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@GatewayTest
class SecurityHeadersTest {

    @AfterEach
    void behaveAgain() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/products,       200",
        "/api/v1/nowhere,        404",
        "/api/v1/cart,           401",
        "/api/v1/products/%2e,   400",
        "/openapi,               200"
    })
    void every_answer_carries_them_once(String path, int status) {
        Response answer = given().urlEncodingEnabled(false).get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertCarriesAll(answer.headers());
    }

    @Test
    void an_answer_for_a_broken_upstream_carries_them_too() {
        Upstreams.ORDERS.does(RawUpstream.Connection::reset);

        Response answer =
                given().header("Authorization", "Bearer " + TestTokens.admin()).post("/api/v1/orders");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertCarriesAll(answer.headers());
    }

    @Test
    void a_service_that_sets_them_itself_does_not_double_or_weaken_them() {
        Upstreams.PRODUCTS.stubFor(WireMock.get("/api/v1/products/own")
                .willReturn(WireMock.ok()
                        .withHeader("X-Frame-Options", "SAMEORIGIN")
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withHeader("Content-Security-Policy", "default-src *")
                        .withHeader("Strict-Transport-Security", "max-age=1")));

        Headers headers = given().get("/api/v1/products/own").headers();

        assertCarriesAll(headers);
    }

    @Test
    void a_service_may_allow_caches_to_keep_an_answer() {
        Upstreams.PRODUCTS.stubFor(WireMock.get("/api/v1/products/cached")
                .willReturn(WireMock.ok().withHeader("Cache-Control", "max-age=30")));

        given().get("/api/v1/products/cached").then().header("Cache-Control", "max-age=30");
        given().get("/api/v1/products").then().header("Cache-Control", "no-store");
    }

    @Test
    void a_client_cannot_pretend_to_have_come_by_https() {
        given().header("X-Forwarded-Proto", "https")
                .get("/api/v1/products")
                .then()
                .header("Strict-Transport-Security", nullValue());
    }

    private static void assertCarriesAll(Headers headers) {
        assertThat(headers.getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.getValues("X-Frame-Options")).containsExactly("DENY");
        assertThat(headers.getValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(headers.getValues("Content-Security-Policy"))
                .containsExactly("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.getValues("Cross-Origin-Resource-Policy")).containsExactly("same-site");
        assertThat(headers.getValues("Permissions-Policy")).hasSize(1);
        assertThat(headers.getValues("Cache-Control")).hasSize(1);
        assertThat(headers.getValues("X-Request-Id")).hasSize(1);
        assertThat(headers.getValues("Strict-Transport-Security")).isEmpty();
        assertThat(headers.getValues("Server")).isEmpty();
    }
}
