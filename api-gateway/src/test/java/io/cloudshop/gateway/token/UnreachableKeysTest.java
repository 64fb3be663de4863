package io.cloudshop.gateway.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
@TestProfile(UnreachableKeysTest.AuthServiceIsAway.class)
class UnreachableKeysTest {

    public static class AuthServiceIsAway implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cloudshop.auth.url", "http://127.0.0.1:1");
        }
    }

    @Test
    void a_token_that_nobody_can_verify_at_the_moment_is_a_503_and_not_a_500() {
        given().header("Authorization", "Bearer " + TestTokens.admin())
                .get("/api/v1/orders")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", notNullValue())
                .body("type", endsWith("/unavailable"));
    }

    @Test
    void the_public_catalogue_does_not_need_the_keys() {
        given().get("/api/v1/products").then().statusCode(200);
    }

    @Test
    void the_public_catalogue_is_there_for_whoever_has_a_token_and_the_service_judges_it_where_it_must() {
        Upstreams.forgetRequests();

        given().header("Authorization", "Bearer " + TestTokens.admin())
                .get("/api/v1/products")
                .then()
                .statusCode(200);

        assertThat(Upstreams.PRODUCTS.getAllServeEvents()).singleElement().matches(event -> event.getRequest()
                .containsHeader("Authorization"));
    }

    @Test
    void auth_service_itself_is_an_unavailable_upstream() {
        given().get("/api/v1/auth/me").then().statusCode(503).body("type", endsWith("/upstream-unavailable"));
    }
}
