package io.cloudshop.gateway.headers;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@GatewayTest
@TestProfile(TrustedProxyTest.BehindAnIngress.class)
class TrustedProxyTest {

    public static class BehindAnIngress implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.proxy.proxy-address-forwarding", "true",
                    "quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        }
    }

    @Test
    void what_a_trusted_proxy_says_of_the_client_is_passed_on_and_https_is_made_sticky() {
        Upstreams.forgetRequests();

        given().header("X-Forwarded-For", "203.0.113.7")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "api.local")
                .header("Authorization", "Bearer " + TestTokens.admin())
                .get("/api/v1/cart")
                .then()
                .statusCode(200)
                .header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");

        assertThat(Upstreams.ORDERS.heads().getFirst().toLowerCase(Locale.ROOT))
                .containsOnlyOnce("x-forwarded-for: 203.0.113.7\r\n")
                .containsOnlyOnce("x-forwarded-proto: https\r\n")
                .containsOnlyOnce("x-forwarded-host: api.local");
    }
}
