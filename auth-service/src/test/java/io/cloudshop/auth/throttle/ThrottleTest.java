package io.cloudshop.auth.throttle;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.startsWith;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Throttled.class)
class ThrottleTest extends AuthTest {

    private static final String WRONG = "not the password of anybody";
    private static final int FAILURES = 5;
    private static final int FROM_ONE_ADDRESS = 12;

    @Inject
    RedisDataSource redis;

    @Inject
    Database database;

    private String client;
    private String ada;

    @BeforeEach
    void oneCustomerAndOneClient() {
        client = newClient();
        ada = newEmail();
        registerFrom(newClient(), ada).then().statusCode(201);
    }

    @Test
    void after_five_wrong_passwords_even_the_right_one_has_to_wait() {
        whenFailing(ada, FAILURES);

        Response refused = loginFrom(client, ada, PASSWORD);

        refused.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .body("type", endsWith("/login-throttled"))
                .body("detail", startsWith("Too many attempts; try again in "));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(290, 300);
    }

    @Test
    void an_account_that_there_is_not_is_refused_alike() {
        String nobody = newEmail();
        whenFailing(ada, FAILURES);
        whenFailing(nobody, FAILURES);

        Response known = loginFrom(client, ada, WRONG);
        Response unknown = loginFrom(client, nobody, WRONG);

        known.then().statusCode(429);
        unknown.then().statusCode(429).body("title", endsWith(known.path("title")));
        assertThat(unknown.headers().asList().stream().map(header -> header.getName()))
                .containsExactlyElementsOf(known.headers().asList().stream()
                        .map(header -> header.getName())
                        .toList());
    }

    @Test
    void the_address_counts_however_it_is_written() {
        whenFailing(ada, FAILURES - 1);
        loginFrom(client, ada.toUpperCase(Locale.ROOT), WRONG).then().statusCode(401);

        loginFrom(client, " " + ada, PASSWORD).then().statusCode(429);
    }

    @Test
    void a_right_password_makes_the_wrong_ones_before_it_forgotten() {
        whenFailing(ada, FAILURES - 1);
        loginFrom(client, ada, PASSWORD).then().statusCode(200);

        whenFailing(ada, FAILURES - 1);
        loginFrom(client, ada, PASSWORD).then().statusCode(200);
    }

    @Test
    void another_account_is_not_concerned_until_the_client_has_tried_too_often() {
        String bob = newEmail();
        registerFrom(newClient(), bob).then().statusCode(201);
        whenFailing(ada, FAILURES);

        for (int i = FAILURES; i < FROM_ONE_ADDRESS; i++) {
            loginFrom(client, bob, PASSWORD).then().statusCode(200);
        }

        Response refused = loginFrom(client, bob, PASSWORD);
        refused.then().statusCode(429).body("type", endsWith("/login-throttled"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(50, 60);
        loginFrom(newClient(), bob, PASSWORD).then().statusCode(200);
    }

    @Test
    void passwords_that_are_tried_all_at_once_gain_little() throws Exception {
        Callable<Integer> guess = () -> loginFrom(newClient(), ada, WRONG).statusCode();

        List<Future<Integer>> guesses;
        try (var threads = Executors.newFixedThreadPool(60)) {
            guesses = threads.invokeAll(
                    IntStream.range(0, 60).mapToObj(i -> guess).toList());
        }

        assertThat(guesses.stream().map(Future::resultNow).filter(status -> status != 429))
                .hasSizeBetween(FAILURES, 4 * FAILURES);
    }

    @Test
    void a_refused_password_is_not_even_looked_at() {
        whenFailing(ada, FAILURES);
        String events = "select count(*) from security_events where user_id = (select id from users where email = ?)";
        String before = database.text(events, ada);

        loginFrom(client, ada, WRONG).then().statusCode(429);

        assertThat(database.text(events, ada)).isEqualTo(before);
    }

    @Test
    void a_token_is_no_way_to_try_passwords() {
        String token = loginFrom(client, ada, PASSWORD).path("accessToken");
        for (int i = 0; i < FAILURES; i++) {
            changePassword(token, WRONG).then().statusCode(422);
        }

        Response refused = changePassword(token, PASSWORD);

        refused.then().statusCode(429).body("type", endsWith("/login-throttled"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(290, 300);
        loginFrom(client, ada, PASSWORD).then().statusCode(429);
        bearer(token).get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void wrong_passwords_count_together_wherever_they_are_tried_until_a_right_one() {
        String token = loginFrom(client, ada, PASSWORD).path("accessToken");
        whenFailing(ada, FAILURES - 1);
        changePassword(token, PASSWORD).then().statusCode(204);

        whenFailing(ada, FAILURES - 1);
        changePassword(token, WRONG).then().statusCode(422);
        changePassword(token, PASSWORD).then().statusCode(429);
    }

    @Test
    void whoever_has_a_session_keeps_it() {
        String session = refreshToken(loginFrom(client, ada, PASSWORD));
        whenFailing(ada, FAILURES);

        refresh(session).then().statusCode(200);
    }

    @Test
    void one_client_opens_so_many_accounts_an_hour() {
        for (int i = 0; i < 4; i++) {
            registerFrom(client, newEmail()).then().statusCode(201);
        }

        Response refused = registerFrom(client, newEmail());
        refused.then().statusCode(429).body("type", endsWith("/login-throttled"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(3500, 3600);
        registerFrom(newClient(), newEmail()).then().statusCode(201);
    }

    @Test
    void nothing_in_redis_tells_who_it_was_or_stays_for_ever() {
        whenFailing(ada, 1);

        List<String> keys = redis.key().keys("throttle:*");

        assertThat(keys)
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).matches("throttle:[a-z]+:[0-9a-f]{32}"))
                .allSatisfy(key -> assertThat(redis.key().ttl(key)).isBetween(1L, 3600L));
    }

    private void whenFailing(String email, int times) {
        for (int i = 0; i < times; i++) {
            loginFrom(client, email, WRONG).then().statusCode(401);
        }
    }

    /** The new one is as the former one: whether the current one is right is all that counts here. */
    private static Response changePassword(String token, String current) {
        return bearer(token)
                .contentType("application/json")
                .body(Map.of("currentPassword", current, "newPassword", PASSWORD))
                .put("/api/v1/auth/me/password");
    }

    private static String newClient() {
        return "2001:db8:" + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000)) + ":"
                + Integer.toHexString(ThreadLocalRandom.current().nextInt(0x10000)) + "::1";
    }

    private static Response loginFrom(String address, String email, String password) {
        return from(address, Map.of("email", email, "password", password), "/api/v1/auth/login");
    }

    private static Response registerFrom(String address, String email) {
        return from(address, registration(email), "/api/v1/auth/register");
    }

    private static Response from(String address, Map<String, String> body, String path) {
        return given().header("X-Forwarded-For", address)
                .contentType("application/json")
                .body(body)
                .post(path);
    }
}
