package io.cloudshop.auth.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileTest extends AuthTest {

    private static final String NEW_PASSWORD = "two lamps, no chair, one table";

    @Inject
    Database database;

    @Test
    void a_user_sees_the_own_account_as_it_was_registered() {
        String email = newEmail();
        Map<String, ?> registered = register(email).path("$");

        Response answer = bearer(signIn(email)).get("/api/v1/auth/me");

        answer.then().statusCode(200).header("Cache-Control", equalTo("no-store"));
        assertThat(answer.<Map<String, ?>>path("$")).isEqualTo(registered);
    }

    @Test
    void a_user_can_change_the_own_display_name() {
        String token = givenSignedInCustomer();

        bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("displayName", " Ada Lovelace "))
                .patch("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Ada Lovelace"));

        bearer(token).get("/api/v1/auth/me").then().body("displayName", equalTo("Ada Lovelace"));
    }

    @Test
    void nothing_but_the_display_name_can_be_changed() {
        bearer(givenSignedInCustomer())
                .contentType(ContentType.JSON)
                .body("{\"displayName\": \"Ada\", \"roles\": [\"admin\"]}")
                .patch("/api/v1/auth/me")
                .then()
                .statusCode(400);
    }

    @Test
    void a_changed_password_counts_at_once_and_the_former_one_no_more() {
        String email = newEmail();
        givenCustomer(email);

        changePassword(signIn(email), PASSWORD, NEW_PASSWORD).then().statusCode(204);

        login(email, NEW_PASSWORD).then().statusCode(200);
        login(email, PASSWORD).then().statusCode(401);
    }

    @Test
    void a_password_of_128_emoji_can_be_chosen_used_and_changed_again() {
        String email = newEmail();
        String emoji = "\uD83D\uDE00".repeat(128);
        givenCustomer(email);

        changePassword(signIn(email), PASSWORD, emoji).then().statusCode(204);

        String token = login(email, emoji).then().statusCode(200).extract().path("accessToken");
        changePassword(token, emoji, NEW_PASSWORD).then().statusCode(204);
    }

    @Test
    void what_is_longer_than_any_password_is_not_the_current_one() {
        changePassword(givenSignedInCustomer(), "x".repeat(129), NEW_PASSWORD)
                .then()
                .statusCode(422)
                .body("violations.field", contains("currentPassword"));
    }

    @Test
    void a_password_changes_only_for_who_knows_the_current_one() {
        changePassword(givenSignedInCustomer(), "somebody else's guess", NEW_PASSWORD)
                .then()
                .statusCode(422)
                .body("violations.field", contains("currentPassword"));
    }

    @Test
    void a_password_does_not_change_to_a_weak_one() {
        changePassword(givenSignedInCustomer(), PASSWORD, "password1234")
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("newPassword"));
    }

    @Test
    void a_token_of_a_disabled_user_opens_the_account_no_more() {
        String email = newEmail();
        givenCustomer(email);
        String token = signIn(email);

        database.execute("update users set enabled = false where email = ?", email);

        bearer(token)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("type", endsWith("/unauthorized"));
    }

    @Test
    void a_service_has_no_profile() {
        String token = given().auth()
                .preemptive()
                .basic("orders-api", "orders-api-secret-local")
                .formParam("grant_type", "client_credentials")
                .post("/api/v1/auth/token")
                .path("access_token");

        bearer(token).get("/api/v1/auth/me").then().statusCode(403).body("type", endsWith("/forbidden"));
    }

    private static Response changePassword(String token, String current, String next) {
        return bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", current, "newPassword", next))
                .put("/api/v1/auth/me/password");
    }
}
