package io.cloudshop.auth.account;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccountDeletionTest extends AuthTest {

    private static final String ERASURES = "/api/v1/erasures";
    private static final UUID STRANGER = UUID.randomUUID();

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private final String email = newEmail();

    @Test
    void an_account_is_gone_with_its_sessions_tokens_addresses_and_links() {
        String id = givenCustomer(email);
        String session = givenSession(email);
        String token = signIn(email);
        String other = signIn(email);
        givenAddress(token);

        delete(token, PASSWORD).then().statusCode(204).header("Set-Cookie", containsString("Max-Age=0"));

        login(email, PASSWORD).then().statusCode(401).body("type", endsWith("/invalid-credentials"));
        refresh(session).then().statusCode(401);
        thenRefused(token);
        thenRefused(other);
        for (String table : List.of("addresses", "refresh_token_families", "password_reset_tokens")) {
            assertThat(rows(table + " where user_id = ?", id)).as(table).isZero();
        }
        assertThat(rows("users where id = ?", id)).isZero();
    }

    @Test
    void what_is_remembered_of_it_is_an_id() {
        String id = givenCustomer(email);

        delete(signIn(email), PASSWORD).then().statusCode(204);

        assertThat(rows("security_events where type = 'ACCOUNT_DELETED' and user_id = actor_id and user_id = ?", id))
                .isOne();
        String remembered = "select string_agg(event::text, ' ') from security_events event where user_id = ?::uuid";
        assertThat(database.text(remembered, id)).contains("LOGIN_SUCCEEDED").doesNotContain("Ada", email);
    }

    @Test
    void the_address_can_be_registered_by_a_new_user() {
        String id = givenCustomer(email);
        delete(signIn(email), PASSWORD).then().statusCode(204);

        assertThat(givenCustomer(email)).isNotEqualTo(id);
        bearer(signIn(email)).get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void only_who_knows_the_password_deletes_the_account() {
        givenCustomer(email);
        String token = signIn(email);

        delete(token, "somebody else's guess")
                .then()
                .statusCode(422)
                .body("violations.field", contains("currentPassword"));
        bearer(token)
                .contentType(ContentType.JSON)
                .body("{}")
                .delete("/api/v1/auth/me")
                .then()
                .statusCode(422);
        bearer(token).delete("/api/v1/auth/me").then().statusCode(not(204));

        bearer(token).get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void the_last_administrator_stays() {
        List<String> ids = List.of(givenAdmin(email), givenAdmin("b." + email));
        String others = "update users set enabled = ? where 'admin' = any(roles) and id <> ?::uuid and id <> ?::uuid";
        String first = signIn(email);
        String second = signIn("b." + email);

        database.execute(others, false, ids.get(0), ids.get(1));
        try {
            List<Integer> answers = database.whenSoManyWait(
                    2, "select 1 from users where 'admin' = any(roles) for update", () -> atOnce(first, second));

            assertThat(answers).containsExactlyInAnyOrder(204, 409);
            String left = rows("users where id = ?", ids.get(0)) == 1 ? first : second;
            delete(left, PASSWORD).then().statusCode(409).body("type", endsWith("/last-admin"));
        } finally {
            database.execute(others, true, ids.get(0), ids.get(1));
        }
    }

    @Test
    void services_hear_of_it_until_they_have_seen_to_it() {
        String id = givenCustomer(email);
        delete(signIn(email), PASSWORD).then().statusCode(204);
        String service = serviceToken();

        assertThat(erasures(service)).contains(id);
        assertThat(erasures(service)).contains(id);
        bearer(service).delete(ERASURES + "/" + id).then().statusCode(204);
        bearer(service).delete(ERASURES + "/" + id).then().statusCode(204);
        assertThat(erasures(service)).doesNotContain(id);
    }

    @Test
    void how_long_somebody_has_waited_to_be_forgotten_is_measured() {
        database.execute(
                "insert into erasures (user_id, requested_at) values (?, now() - interval '1 year')", STRANGER);
        try {
            await().atMost(Duration.ofSeconds(30)).until(() -> oldestErasure() > 31_000_000);
        } finally {
            database.execute("delete from erasures where user_id = ?", STRANGER);
        }
    }

    @Test
    void nobody_but_a_service_hears_of_it() {
        bearer(adminToken()).get(ERASURES).then().statusCode(403);
        bearer(adminToken()).delete(ERASURES + "/" + UUID.randomUUID()).then().statusCode(403);
        given().get(ERASURES).then().statusCode(401);
        bearer(serviceToken()).get(ERASURES + "?size=101").then().statusCode(422);
    }

    private double oldestErasure() {
        return metrics.get("cloudshop.erasures.oldest.seconds").gauge().value();
    }

    private String givenAdmin(String address) {
        String id = givenCustomer(address);
        database.execute("update users set roles = array['customer', 'admin'] where id = ?::uuid", id);
        return id;
    }

    private static void givenAddress(String token) {
        bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("name", "Ada", "street", "1 Rue", "postalCode", "75002", "city", "Paris", "country", "FR"))
                .post("/api/v1/auth/me/addresses")
                .then()
                .statusCode(201);
    }

    private static List<Integer> atOnce(String first, String second) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            var one = threads.submit(() -> delete(first, PASSWORD).statusCode());
            var other = threads.submit(() -> delete(second, PASSWORD).statusCode());
            return List.of(one.get(), other.get());
        }
    }

    private static Response delete(String token, String password) {
        return bearer(token)
                .contentType(ContentType.JSON)
                .body(Map.of("currentPassword", password))
                .delete("/api/v1/auth/me");
    }

    private static List<String> erasures(String service) {
        return bearer(service).get(ERASURES).then().statusCode(200).extract().path("items.userId");
    }

    private static String serviceToken() {
        return given().auth()
                .preemptive()
                .basic("orders-api", "orders-api-secret-local")
                .formParam("grant_type", "client_credentials")
                .post("/api/v1/auth/token")
                .path("access_token");
    }

    private int rows(String where, String id) {
        return Integer.parseInt(database.text("select count(*) from " + where, UUID.fromString(id)));
    }

    /** Where nobody looks whether there is such a user: it is the deny list that refuses. */
    private static void thenRefused(String token) {
        await().untilAsserted(() ->
                bearer(token).get("/api/v1/auth/me/addresses").then().statusCode(401));
    }
}
