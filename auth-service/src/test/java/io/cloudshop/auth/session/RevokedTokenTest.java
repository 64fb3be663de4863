package io.cloudshop.auth.session;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens that end before their quarter of an hour is over. */
@QuarkusTest
class RevokedTokenTest extends AuthTest {

    @Inject
    Database database;

    private final String email = newEmail();

    @Test
    void a_logout_ends_the_access_token_that_comes_along_and_no_other() {
        givenCustomer(email);
        Response session = login(email, PASSWORD);
        String token = session.path("accessToken");
        String other = signIn(email);

        given().cookie(REFRESH_COOKIE, refreshToken(session))
                .header("Authorization", "Bearer " + token)
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);

        thenRefused(token);
        thenGood(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer rubbish", "Bearer a.b.c", "Basic YTpi", "Bearer"})
    void a_logout_asks_nobody_for_a_good_token(String credentials) {
        String session = givenSession();

        given().cookie(REFRESH_COOKIE, session)
                .header("Authorization", credentials)
                .post("/api/v1/auth/logout")
                .then()
                .statusCode(204);

        refresh(session).then().statusCode(401);
    }

    @Test
    void a_second_logout_with_the_same_token_is_as_good_as_the_first() {
        String token = givenSignedInCustomer();
        bearer(token).post("/api/v1/auth/logout").then().statusCode(204);

        bearer(token).post("/api/v1/auth/logout").then().statusCode(204);
    }

    @Test
    void a_password_change_ends_the_tokens_of_all_other_sessions() {
        givenCustomer(email);
        String own = signIn(email);
        String other = signIn(email);

        bearer(own)
                .contentType("application/json")
                .body(Map.of("currentPassword", PASSWORD, "newPassword", "two lamps, no chair, one table"))
                .put("/api/v1/auth/me/password")
                .then()
                .statusCode(204);

        thenRefused(other);
        thenGood(own);
    }

    @Test
    void a_user_who_is_disabled_has_no_token_and_gets_none_back_when_they_are_enabled() {
        String id = givenCustomer(email);
        String token = signIn(email);

        asAdmin(id, Map.of("enabled", false));

        thenRefused(token);
        asAdmin(id, Map.of("enabled", true));
        thenRefused(token);
        thenGood(signIn(email));
    }

    @Test
    void who_loses_a_role_gets_a_token_without_it_from_the_same_session() {
        String id = givenCustomer(email);
        asAdmin(id, Map.of("roles", List.of("customer", "admin")));
        Response session = login(email, PASSWORD);
        String token = session.path("accessToken");

        asAdmin(id, Map.of("roles", List.of("customer")));

        thenRefused(token);
        String next =
                refresh(refreshToken(session)).then().statusCode(200).extract().path("accessToken");
        bearer(next).get("/api/v1/auth/me").then().body("roles", contains("customer"));
        bearer(next).get("/api/v1/users").then().statusCode(403);
    }

    @Test
    void who_gets_a_role_keeps_the_token() {
        String id = givenCustomer(email);
        String token = signIn(email);

        asAdmin(id, Map.of("roles", List.of("customer", "admin")));

        thenGood(token);
    }

    private void asAdmin(String userId, Map<String, ?> change) {
        String admin = newEmail();
        givenCustomer(admin);
        database.execute("update users set roles = array['customer', 'admin'] where email = ?", admin);
        json(change)
                .header("Authorization", "Bearer " + signIn(admin))
                .patch("/api/v1/users/" + userId)
                .then()
                .statusCode(200);
    }

    private static void thenGood(String token) {
        bearer(token).get("/api/v1/auth/me").then().statusCode(200);
    }

    private static void thenRefused(String token) {
        await().untilAsserted(() -> bearer(token)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(401)
                .header("Content-Type", equalTo("application/problem+json")));
    }
}
