package io.cloudshop.frontend;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SameOriginTest.NoGatewayUrl.class)
class SameOriginTest {

    @Test
    void without_a_gateway_url_the_page_talks_to_its_own_origin_only() {
        given().when()
                .get("/config.json")
                .then()
                .body("apiBaseUrl", equalTo(""))
                .header("Content-Security-Policy", containsString("connect-src 'self';"));
    }

    /** One host for the page and the API, as behind an ingress that routes by path. */
    public static class NoGatewayUrl implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cloudshop.gateway.url", "", "quarkus.quinoa.run-tests", "false");
        }
    }
}
