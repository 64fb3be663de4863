package io.cloudshop.auth.export;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cloudshop.auth.AuthTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnDataTest extends AuthTest {

    private static final String EXPORT = "/api/v1/auth/me/export";

    private final String email = newEmail();

    @Test
    void a_user_gets_profile_addresses_and_sessions_in_one_piece() {
        String id = givenCustomer(email);
        logout(givenSession(email));
        String token = signIn(email);
        bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Ada", "street", "1 Rue", "postalCode", "75002", "city", "Paris", "country", "FR"))
                .post("/api/v1/auth/me/addresses");

        bearer(token)
                .get(EXPORT)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("profile.id", equalTo(id))
                .body("profile.email", equalTo(email))
                .body("addresses.city", contains("Paris"))
                .body("sessions", hasSize(2))
                .body("sessions.endedAt", contains(nullValue(), notNullValue()))
                .body("sessions.startedAt", contains(notNullValue(), notNullValue()));
    }

    @Test
    void it_has_nothing_that_signs_anybody_in_and_nothing_of_others() {
        givenCustomer(email);
        Response session = login(email, PASSWORD);
        String other = givenSignedInCustomer();
        bearer(other)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Eve", "street", "1 Rue", "postalCode", "75002", "city", "Paris", "country", "FR"))
                .post("/api/v1/auth/me/addresses");

        Response export = bearer(session.path("accessToken")).get(EXPORT);

        export.then().body("addresses", empty()).body("sessions", hasSize(1));
        assertThat(export.asString())
                .doesNotContain(refreshToken(session), "argon2", "hash", "password")
                .doesNotContain("Eve");
    }

    @Test
    void it_is_for_whoever_is_signed_in() {
        given().get(EXPORT).then().statusCode(401);
    }
}
