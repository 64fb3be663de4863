package io.cloudshop.auth.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where somebody is signed in, as an administrator sees it and ends it. */
@QuarkusTest
class UserSessionTest extends AuthTest {

    @Inject
    Database database;

    private final String email = newEmail();
    private String id;

    @BeforeEach
    void givenCustomer() {
        id = givenCustomer(email);
    }

    @Test
    void an_administrator_sees_since_when_and_no_token() {
        Instant before = Instant.now();
        givenSession(email);
        givenSession(email);

        Response answer = sessions();

        answer.then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body("total", equalTo(2));
        List<Map<String, String>> items = answer.path("items");
        assertThat(items).hasSize(2).allSatisfy(session -> assertThat(session)
                .containsOnlyKeys("startedAt", "lastUsedAt", "expiresAt"));
        assertThat(Instant.parse(items.getFirst().get("startedAt")))
                .isAfter(before.minusMillis(1))
                .isAfterOrEqualTo(Instant.parse(items.getLast().get("startedAt")));
    }

    @Test
    void a_session_was_last_used_when_it_was_prolonged() {
        String token = givenSession(email);
        database.execute(
                "update refresh_token_families set created_at = created_at - interval '2 days'"
                        + " where id = (select family_id from refresh_tokens where token_hash = encode(sha256(?::bytea), 'hex'))",
                token);
        database.execute(
                "update refresh_tokens set issued_at = issued_at - interval '2 days' where token_hash = encode(sha256(?::bytea), 'hex')",
                token);
        assertThat(lastUse()).isBefore(Instant.now().minusSeconds(47 * 3600));

        refresh(token).then().statusCode(200);

        assertThat(lastUse()).isAfter(Instant.now().minusSeconds(60));
    }

    @Test
    void what_is_over_is_not_among_them() {
        logout(givenSession(email));
        String idle = givenSession(email);
        database.execute(
                "update refresh_tokens set issued_at = issued_at - interval '15 days', expires_at = expires_at - interval '15 days'"
                        + " where token_hash = encode(sha256(?::bytea), 'hex')",
                idle);
        refresh(refreshToken(refresh(givenSession(email))));

        sessions().then().body("total", equalTo(1));
        database.execute("update users set session_epoch = session_epoch + 1 where email = ?", email);
        sessions().then().body("total", equalTo(0)).body("items", empty());
    }

    @Test
    void to_end_them_ends_the_access_tokens_too_and_is_remembered() {
        Response session = login(email, PASSWORD);
        String other = givenSession(email);

        asAdmin().delete(path(id)).then().statusCode(204);

        sessions().then().body("total", equalTo(0));
        refresh(other).then().statusCode(401);
        refresh(refreshToken(session)).then().statusCode(401);
        await().untilAsserted(() -> bearer(session.path("accessToken"))
                .get("/api/v1/auth/me")
                .then()
                .statusCode(401));
        assertThat(database.text(
                        "select actor_id::text from security_events where type = 'SESSIONS_ENDED' and user_id = ?",
                        UUID.fromString(id)))
                .isEqualTo(database.text("select id::text from users where email = 'admin@cloudshop.local'"));
        bearer(signIn(email)).get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void they_are_nobody_elses_business() {
        String customer = signIn(email);

        given().get(path(id)).then().statusCode(401);
        given().delete(path(id)).then().statusCode(401);
        bearer(customer).get(path(id)).then().statusCode(403);
        bearer(customer).delete(path(id)).then().statusCode(403);
        asAdmin().get(path(UUID.randomUUID().toString())).then().statusCode(404);
        asAdmin().delete(path(UUID.randomUUID().toString())).then().statusCode(404);
    }

    @Test
    void who_is_no_administrator_any_more_ends_nothing_with_an_old_token() {
        String former = newEmail();
        givenCustomer(former);
        database.execute("update users set roles = array['customer', 'admin'] where email = ?", former);
        String token = signIn(former);
        database.execute("update users set roles = array['customer'] where email = ?", former);
        givenSession(email);

        bearer(token).delete(path(id)).then().statusCode(403);

        sessions().then().body("total", equalTo(1));
    }

    private Response sessions() {
        return asAdmin().get(path(id));
    }

    private Instant lastUse() {
        return Instant.parse(sessions().path("items[0].lastUsedAt"));
    }

    private static String path(String id) {
        return "/api/v1/users/" + id + "/sessions";
    }
}
