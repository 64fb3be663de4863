package io.cloudshop.auth.throttle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.auth.AuthTest;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(UntrustedProxyTest.BehindAnotherGateway.class)
class UntrustedProxyTest extends AuthTest {

    @Inject
    RedisDataSource redis;

    @Test
    void whoever_is_not_the_gateway_cannot_pretend_to_be_somebody_else() {
        redis.key().del("throttle:registration:" + Subject.ofClient("127.0.0.1"));

        for (int i = 0; i < 4; i++) {
            assertThat(registerFrom("192.0.2." + i)).isEqualTo(201);
        }

        assertThat(registerFrom("192.0.2.4")).isEqualTo(429);
    }

    private static int registerFrom(String claimedAddress) {
        return given().header("X-Forwarded-For", claimedAddress)
                .header("Forwarded", "for=" + claimedAddress)
                .contentType("application/json")
                .body(registration(newEmail()))
                .post("/api/v1/auth/register")
                .statusCode();
    }

    /** The gateway is elsewhere. */
    public static class BehindAnotherGateway extends Throttled {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("quarkus.http.proxy.trusted-proxies", "10.0.0.0/8");
            return settings;
        }
    }
}
