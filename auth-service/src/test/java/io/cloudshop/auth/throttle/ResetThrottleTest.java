package io.cloudshop.auth.throttle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import io.cloudshop.auth.AuthTest;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Nobody's mailbox is filled, and nobody tries tokens for long. */
@QuarkusTest
@TestProfile(Throttled.class)
class ResetThrottleTest extends AuthTest {

    private static final int LINKS = 3;
    private static final int FROM_ONE_ADDRESS = 12;

    @Inject
    RedisDataSource redis;

    private final String client = newClient();

    @Test
    void an_address_is_promised_so_many_links_an_hour_whether_or_not_it_has_an_account() {
        String nobody = newEmail();
        for (int i = 0; i < LINKS; i++) {
            request(newClient(), nobody).then().statusCode(202);
        }

        Response refused = request(newClient(), nobody.toUpperCase(Locale.ROOT));

        refused.then().statusCode(429).body("type", endsWith("/login-throttled"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3500, 3600);
        request(client, newEmail()).then().statusCode(202);
    }

    @Test
    void one_client_asks_so_often_a_minute() {
        for (int i = 0; i < FROM_ONE_ADDRESS; i++) {
            request(client, newEmail()).then().statusCode(202);
        }

        request(client, newEmail()).then().statusCode(429);
        request(newClient(), newEmail()).then().statusCode(202);
    }

    @Test
    void one_client_tries_so_many_tokens_a_minute() {
        for (int i = 0; i < FROM_ONE_ADDRESS; i++) {
            reset(client).then().statusCode(422);
        }

        reset(client).then().statusCode(429).body("type", endsWith("/login-throttled"));
        reset(newClient()).then().statusCode(422);
    }

    @Test
    void whoever_asks_for_links_keeps_nobody_from_signing_in() {
        String ada = newEmail();
        givenCustomer(ada);
        for (int i = 0; i <= LINKS; i++) {
            request(newClient(), ada);
        }

        login(ada, PASSWORD).then().statusCode(200);
    }

    @Test
    void nothing_in_redis_tells_who_it_was() {
        request(client, newEmail());
        reset(client);

        assertThat(redis.key().keys("throttle:*"))
                .anyMatch(key -> key.startsWith("throttle:links:"))
                .allMatch(key -> key.matches("throttle:[a-z]+:[0-9a-f]{32}"));
    }

    private static Response request(String address, String email) {
        return from(address, Map.of("email", email), "/api/v1/auth/password-reset-requests");
    }

    private static Response reset(String address) {
        return from(
                address,
                Map.of("token", "no token of anybody", "newPassword", PASSWORD),
                "/api/v1/auth/password-resets");
    }

    private static Response from(String address, Map<String, String> body, String path) {
        return given().header("X-Forwarded-For", address)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    private static String newClient() {
        return "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000)) + ":"
                + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000)) + "::1";
    }
}
