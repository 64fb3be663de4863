package io.cloudshop.gateway.cors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.restassured.http.Headers;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class CorsTest {

    private static final String SHOP = "http://localhost:3000";
    private static final String SHOP_BY_ADDRESS = "http://127.0.0.1:3000";

    @BeforeEach
    void forgetRequests() {
        Upstreams.forgetRequests();
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, SHOP_BY_ADDRESS})
    void a_preflight_of_the_shop_is_answered_by_the_gateway_for_ten_minutes(String shop) {
        preflight(shop)
                .statusCode(204)
                .header("Access-Control-Allow-Origin", shop)
                .header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Allow-Methods", containsString("PATCH"))
                .header("Access-Control-Allow-Headers", containsString("Idempotency-Key"))
                .header("Access-Control-Allow-Headers", containsString("traceparent"))
                .header("Access-Control-Max-Age", "600")
                .header("Vary", containsString("Origin"));
        assertThat(Upstreams.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://localhost:3000.evil.example",
                "http://127.0.0.1:3000.evil.example",
                "http://localhost:3000,http://127.0.0.1:3000",
                "null",
                "http://localhost:3001"
            })
    void a_preflight_of_any_other_origin_is_a_403_problem_without_permission(String origin) {
        preflight(origin)
                .statusCode(403)
                .contentType("application/problem+json")
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Vary", containsString("Origin"));
        assertThat(Upstreams.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/products", "/api/v1/nowhere", "/api/v1/cart"})
    void the_shop_may_read_every_answer_errors_included(String path) {
        given().header("Origin", SHOP)
                .get(path)
                .then()
                .header("Access-Control-Allow-Origin", SHOP)
                .header("Access-Control-Allow-Credentials", "true")
                .header("Access-Control-Expose-Headers", containsString("Idempotency-Replayed"));
    }

    @Test
    void another_origin_gets_an_answer_that_its_browser_withholds() {
        given().header("Origin", "https://evil.example")
                .get("/api/v1/products")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Expose-Headers", nullValue());
    }

    @Test
    void what_a_service_says_about_sharing_does_not_count() {
        Upstreams.PRODUCTS.stubFor(WireMock.get("/api/v1/products/shared")
                .willReturn(WireMock.ok()
                        .withHeader("Access-Control-Allow-Origin", "*")
                        .withHeader("Access-Control-Allow-Credentials", "true")
                        .withHeader("Vary", "Accept")));

        Headers toTheShop = given().header("Origin", SHOP)
                .get("/api/v1/products/shared")
                .then()
                .extract()
                .headers();

        assertThat(toTheShop.getValues("Access-Control-Allow-Origin")).containsExactly(SHOP);
        assertThat(toTheShop.getValues("Access-Control-Allow-Credentials")).containsExactly("true");
        assertThat(toTheShop.getValues("Vary")).containsExactlyInAnyOrder("Accept", "Origin");
        given().get("/api/v1/products/shared").then().header("Access-Control-Allow-Origin", nullValue());
    }

    @Test
    void options_without_a_preflight_is_a_request_like_any_other() {
        given().options("/api/v1/orders").then().statusCode(401).body("type", endsWith("/unauthorized"));
    }

    private static ValidatableResponse preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,idempotency-key")
                .options("/api/v1/orders")
                .then();
    }
}
