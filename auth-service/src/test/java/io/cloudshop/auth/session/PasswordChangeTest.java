package io.cloudshop.auth.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.account.Authenticated;
import io.cloudshop.auth.account.Credentials;
import io.cloudshop.auth.password.TypedPassword;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A password that changed ends sessions: whoever knew the former one may have opened them. */
@QuarkusTest
class PasswordChangeTest extends AuthTest {

    private static final String NEW_PASSWORD = "two lamps, no chair, one table";

    @Inject
    Credentials credentials;

    @Inject
    Sessions sessions;

    @Test
    void a_password_change_ends_every_session_but_the_one_it_came_from() {
        String email = newEmail();
        givenCustomer(email);
        String own = givenSession(email);
        String other = givenSession(email);
        String another = refreshToken(refresh(givenSession(email)));

        changePassword(email, own).then().statusCode(204);

        thenRefused(refresh(other));
        thenRefused(refresh(another));
        String next = refreshToken(refresh(own).then().statusCode(200).extract().response());
        refresh(next).then().statusCode(200);
    }

    @Test
    void a_password_change_without_a_cookie_ends_every_session() {
        String email = newEmail();
        givenCustomer(email);
        String session = givenSession(email);

        changePassword(email, null).then().statusCode(204);

        thenRefused(refresh(session));
        login(email, NEW_PASSWORD).then().statusCode(200);
    }

    @Test
    void a_password_change_keeps_nobody_elses_session_and_none_that_is_over() {
        String email = newEmail();
        givenCustomer(email);
        String strangers = givenSession();
        String used = givenSession(email);
        String current = refreshToken(refresh(used));
        String over = givenSession(email);
        logout(over);

        changePassword(email, used).then().statusCode(204);

        thenRefused(refresh(current));
        changePassword(email, NEW_PASSWORD, strangers).then().statusCode(204);
        refresh(strangers).then().statusCode(200);
        changePassword(email, NEW_PASSWORD, over).then().statusCode(204);
        thenRefused(refresh(over));
    }

    @Test
    void a_session_that_ended_earlier_does_not_come_back_with_a_second_change() {
        String email = newEmail();
        givenCustomer(email);
        String ended = givenSession(email);
        changePassword(email, null).then().statusCode(204);

        changePassword(email, NEW_PASSWORD, ended).then().statusCode(204);

        thenRefused(refresh(ended));
    }

    @Test
    void a_change_that_is_refused_ends_nothing() {
        String email = newEmail();
        givenCustomer(email);
        String session = givenSession(email);

        changePassword(email, "not the current one", PASSWORD, null).then().statusCode(422);

        refresh(session).then().statusCode(200);
    }

    @Test
    void a_login_with_the_former_password_that_is_overtaken_by_the_change_opens_nothing_that_lasts() {
        String email = newEmail();
        givenCustomer(email);
        Authenticated overtaken =
                credentials.authenticate(email, TypedPassword.of(PASSWORD)).orElseThrow();
        changePassword(email, null).then().statusCode(204);

        String cookie = sessions.open(overtaken).cookie();

        String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));
        assertThat(token).hasSize(43);
        thenRefused(refresh(token));
    }

    @Test
    void a_login_that_is_overtaken_by_the_deletion_of_the_account_opens_nothing() {
        String email = newEmail();
        givenCustomer(email);
        Authenticated overtaken =
                credentials.authenticate(email, TypedPassword.of(PASSWORD)).orElseThrow();
        bearer(signIn(email))
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", PASSWORD))
                .delete("/api/v1/auth/me")
                .then()
                .statusCode(204);

        assertThatThrownBy(() -> sessions.open(overtaken)).hasMessage("There is no such account any more.");
    }

    private static Response changePassword(String email, String cookie) {
        return changePassword(email, PASSWORD, cookie);
    }

    private static Response changePassword(String email, String current, String cookie) {
        return changePassword(email, current, current, cookie);
    }

    private static Response changePassword(String email, String claimed, String current, String cookie) {
        String token = login(email, current).then().statusCode(200).extract().path("accessToken");
        RequestSpecification request = bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", claimed, "newPassword", NEW_PASSWORD));
        return (cookie == null ? request : request.cookie(REFRESH_COOKIE, cookie)).put("/api/v1/auth/me/password");
    }

    private static void thenRefused(Response answer) {
        answer.then().statusCode(401).body("type", endsWith("/refresh-refused"));
    }
}
