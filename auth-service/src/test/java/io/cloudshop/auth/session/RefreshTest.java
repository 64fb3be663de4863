package io.cloudshop.auth.session;

import static io.cloudshop.auth.session.SessionAnswers.hash;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefreshTest extends AuthTest {

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
    void an_access_token_that_has_run_out_is_in_nobodys_way() {
        String token = givenSession();

        given().cookie(REFRESH_COOKIE, token)
                .header("Authorization", "Bearer nonsense")
                .post("/api/v1/auth/refresh")
                .then()
                .statusCode(200);
    }
}
