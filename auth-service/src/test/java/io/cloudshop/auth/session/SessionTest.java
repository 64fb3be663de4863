package io.cloudshop.auth.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.testing.LogRecords;
import io.cloudshop.testing.RawClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionTest extends AuthTest {

    private static final long TWO_WEEKS = 14 * 24 * 3600L;

    @Inject
    Database database;

    @Test
    void a_login_hands_the_refresh_token_over_in_a_cookie_for_this_service_alone() {
        String email = newEmail();
        givenCustomer(email);

        Cookie cookie = login(email, PASSWORD).detailedCookie(REFRESH_COOKIE);

        assertThat(Base64.getUrlDecoder().decode(cookie.getValue())).hasSize(32);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/api/v1/auth");
        assertThat(cookie.hasDomain()).isFalse();
        assertThat(cookie.getMaxAge()).isEqualTo(TWO_WEEKS);
    }

    @Test
    void of_a_refresh_token_nothing_but_its_hash_is_kept() {
        String token = givenSession();

        String row =
                database.text("select row_to_json(t)::text from refresh_tokens t where token_hash = ?", hash(token));

        assertThat(row).isNotNull().doesNotContain(token);
    }

    @Test
    void a_refresh_answers_as_a_login_does_and_rotates_the_cookie() {
        String email = newEmail();
        String userId = givenCustomer(email);
        String token = givenSession(email);

        Response answer = refresh(token);

        answer.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("tokenType", equalTo("Bearer"))
                .body("expiresIn", equalTo(900));
        assertThat(answer.<Map<String, ?>>path("$")).containsOnlyKeys("accessToken", "tokenType", "expiresIn");
        assertThat(answer.detailedCookie(REFRESH_COOKIE).getMaxAge()).isEqualTo(TWO_WEEKS);
        assertThat(refreshToken(answer)).isNotEqualTo(token);
        bearer(answer.path("accessToken")).get("/api/v1/auth/me").then().body("id", equalTo(userId));
        refresh(refreshToken(answer)).then().statusCode(200);
    }

    @Test
    void a_refresh_gives_the_roles_that_the_user_has_by_then() {
        String email = newEmail();
        givenCustomer(email);
        String token = givenSession(email);
        database.execute("update users set roles = array['customer', 'admin'] where email = ?", email);

        String payload = refresh(token).<String>path("accessToken").split("\\.")[1];

        assertThat(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .contains("admin");
    }

    @Test
    void a_used_refresh_token_revokes_its_family() {
        String first = givenSession();
        String second = refreshToken(refresh(first));
        String third = refreshToken(refresh(second));

        try (LogRecords log = LogRecords.watch()) {
            thenSignedOut(refresh(first), "refresh-reused");

            assertThat(log.of(SecurityEvents.class)).hasSize(1);
        }

        thenSignedOut(refresh(third), "refresh-refused");
        thenSignedOut(refresh(second), "refresh-reused");
    }

    @Test
    void a_family_that_is_revoked_leaves_the_other_sessions_of_its_user_alone() {
        String email = newEmail();
        givenCustomer(email);
        String stolen = givenSession(email);
        String other = givenSession(email);
        refresh(stolen);

        thenSignedOut(refresh(stolen), "refresh-reused");

        refresh(other).then().statusCode(200);
    }

    @Test
    void of_six_refreshes_at_once_at_most_one_succeeds_and_the_family_ends() {
        String token = givenSession();
        Callable<Response> refresh = () -> refresh(token);

        List<Response> answers;
        try (var clients = Executors.newFixedThreadPool(6)) {
            answers = database
                    .whenSoManyWait(
                            6,
                            "select 1 from refresh_tokens where token_hash = '" + hash(token) + "' for update",
                            () -> clients.invokeAll(Collections.nCopies(6, refresh)))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
        answers.stream()
                .filter(answer -> answer.statusCode() == 401)
                .forEach(answer -> thenSignedOut(answer, "refresh-reused"));
        String next = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(AuthTest::refreshToken)
                .findFirst()
                .orElseThrow();
        thenSignedOut(refresh(next), "refresh-refused");
    }

    @Test
    void without_a_token_that_somebody_knows_there_is_no_session() {
        thenSignedOut(given().post("/api/v1/auth/refresh"), "refresh-refused");
        thenSignedOut(refresh("nonsense"), "refresh-refused");
        thenSignedOut(refresh(""), "refresh-refused");
        thenSignedOut(refresh(Base64.getUrlEncoder().encodeToString(new byte[32])), "refresh-refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cloudshop_refresh",
                "cloudshop_refresh=",
                "=; ;;",
                "\"",
                "cloudshop_refresh=\"",
                "$Version=1; cloudshop_refresh=x; $Path=/",
                "cloudshop_refresh=a; cloudshop_refresh=b",
                "cloudshop_refresh=\u00e4\u00f6",
                "cloudshop_refresh=%00"
            })
    void a_cookie_that_makes_no_sense_is_no_session(String cookie) throws Exception {
        assertThat(RawClient.request("POST", "/api/v1/auth/refresh", "Cookie: " + cookie))
                .startsWith("HTTP/1.1 401 ")
                .contains("/refresh-refused");
        assertThat(RawClient.request("POST", "/api/v1/auth/logout", "Cookie: " + cookie))
                .startsWith("HTTP/1.1 204 ");
    }

    @Test
    void a_session_ends_when_nothing_happens_in_it_for_two_weeks() {
        String token = givenSession();
        database.execute(
                "update refresh_tokens set issued_at = issued_at - interval '15 days', expires_at = expires_at - interval '15 days'"
                        + " where token_hash = ?",
                hash(token));

        thenSignedOut(refresh(token), "refresh-refused");
    }

    @Test
    void a_session_ends_after_ninety_days_whatever_happens_in_it() {
        String token = givenSession();
        ageSession(token, "90 days");

        thenSignedOut(refresh(token), "refresh-refused");
    }

    @Test
    void the_last_refresh_token_of_a_session_expires_with_it() {
        String token = givenSession();
        ageSession(token, "89 days");

        Response answer = refresh(token);

        answer.then().statusCode(200);
        assertThat(answer.detailedCookie(REFRESH_COOKIE).getMaxAge()).isBetween(24 * 3600L - 60, 24 * 3600L);
    }

    @Test
    void a_disabled_user_has_no_session() {
        String email = newEmail();
        givenCustomer(email);
        String token = givenSession(email);
        database.execute("update users set enabled = false where email = ?", email);

        thenSignedOut(refresh(token), "refresh-refused");
    }

    @Test
    void a_user_who_is_gone_has_no_session() {
        String email = newEmail();
        givenCustomer(email);
        String token = givenSession(email);

        database.execute("delete from users where email = ?", email);

        thenSignedOut(refresh(token), "refresh-refused");
        assertThat(database.text("select count(*) from refresh_tokens where token_hash = ?", hash(token)))
                .isEqualTo("0");
    }

    @Test
    void a_logout_ends_the_session_with_the_cookie_alone_and_may_be_repeated() {
        String token = givenSession();

        thenLoggedOut(logout(token));
        thenLoggedOut(logout(token));
        thenLoggedOut(logout("nonsense"));
        thenLoggedOut(given().post("/api/v1/auth/logout"));

        thenSignedOut(refresh(token), "refresh-refused");
    }

    @Test
    void a_logout_with_a_used_token_ends_the_session_all_the_same() {
        String first = givenSession();
        String second = refreshToken(refresh(first));

        thenLoggedOut(logout(first));

        thenSignedOut(refresh(second), "refresh-refused");
    }

    @Test
    void an_access_token_that_has_run_out_is_in_nobodys_way() {
        String token = givenSession();

        given().cookie(REFRESH_COOKIE, token)
                .header("Authorization", "Bearer nonsense")
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "http://localhost:3001", "https://localhost:3000", "null"})
    void a_page_of_another_origin_can_neither_use_nor_end_a_session(String origin) {
        String token = givenSession();

        for (String path : List.of("/api/v1/auth/refresh", "/api/v1/auth/logout")) {
            given().cookie(REFRESH_COOKIE, token)
                    .header("Origin", origin)
                    .post(path)
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("/forbidden"))
                    .header("Set-Cookie", nullValue());
        }

        refresh(token).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:3000", "http://127.0.0.1:3000"})
    void the_page_of_the_shop_can_use_a_session(String origin) {
        given().cookie(REFRESH_COOKIE, givenSession())
                .header("Origin", origin)
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
    }

    @Test
    void a_family_has_one_token_that_can_be_used_whatever_goes_wrong() {
        String token = givenSession();
        String family = database.text("select family_id from refresh_tokens where token_hash = ?", hash(token));

        assertThatThrownBy(() -> database.execute(
                        "insert into refresh_tokens (token_hash, family_id, issued_at, expires_at)"
                                + " values (?, ?, now(), now() + interval '1 day')",
                        hash("another"),
                        UUID.fromString(family)))
                .hasMessageContaining("refresh_tokens_current_key");
    }

    private void ageSession(String token, String age) {
        database.execute(
                "update refresh_token_families set created_at = created_at - cast(? as interval),"
                        + " expires_at = expires_at - cast(? as interval)"
                        + " where id = (select family_id from refresh_tokens where token_hash = ?)",
                age,
                age,
                hash(token));
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void thenSignedOut(Response answer, String type) {
        answer.then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", endsWith("/" + type));
        thenCleared(answer);
    }

    private static void thenLoggedOut(Response answer) {
        answer.then().statusCode(204);
        thenCleared(answer);
    }

    private static void thenCleared(Response answer) {
        Cookie cookie = answer.detailedCookie(REFRESH_COOKIE);
        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
        assertThat(cookie.getPath()).isEqualTo("/api/v1/auth");
    }
}
