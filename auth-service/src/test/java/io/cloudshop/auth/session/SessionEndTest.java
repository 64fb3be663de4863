package io.cloudshop.auth.session;

import static io.cloudshop.auth.session.SessionAnswers.hash;
import static io.cloudshop.auth.session.SessionAnswers.thenLoggedOut;
import static io.cloudshop.auth.session.SessionAnswers.thenSignedOut;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionEndTest extends AuthTest {

    @Inject
    Database database;

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

    private void ageSession(String token, String age) {
        database.execute(
                "update refresh_token_families set created_at = created_at - cast(? as interval),"
                        + " expires_at = expires_at - cast(? as interval)"
                        + " where id = (select family_id from refresh_tokens where token_hash = ?)",
                age,
                age,
                hash(token));
    }
}
