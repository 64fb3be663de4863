package io.cloudshop.auth.rotation;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.cloudshop.auth.keys.KeyFolder;
import io.cloudshop.auth.keys.SignInLoad;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(KeyFolder.class)
class SigningKeyAdministrationTest extends AuthTest {

    private static final String KEYS = "/api/v1/admin/users/signing-keys";

    @Inject
    Database database;

    private final String email = newEmail();
    private String current;

    @BeforeEach
    void oneKey() throws Exception {
        givenCustomer(email);
        current = KeyFolder.keyOf(signIn(email));
        KeyFolder.settle(current);
    }

    @Test
    void the_next_key_signs_after_a_call_under_load_without_one_failed_request() throws Exception {
        String old = signIn(email);
        SignInLoad load = new SignInLoad(() -> login(email, PASSWORD));

        String next;
        String whatVerifiersHave;
        try (load) {
            next = givenNextKey();
            whatVerifiersHave = get("/.well-known/jwks.json").asString();
            rotateWhenItMaySign()
                    .then()
                    .statusCode(200)
                    .body("items.find { it.status == 'current' }.kid", equalTo(next));
            assertThat(KeyFolder.keyOf(signIn(email))).isEqualTo(next);
            load.goOn();
        }

        load.thenNothingFailed();
        load.thenSignedBy(current, next);
        load.thenGoodFor(whatVerifiersHave);
        bearer(old).get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void a_key_that_verifiers_may_not_have_yet_has_to_wait() throws Exception {
        String admin = adminToken();
        KeyFolder.announceKey();

        Response refused = bearer(admin).post(KEYS + "/rotation");

        refused.then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/next-key-too-new"))
                .body("detail", endsWith("try again in " + refused.header("Retry-After") + " seconds."));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, KeyFolder.LEAD_SECONDS);
        assertThat(KeyFolder.keyOf(signIn(email))).isEqualTo(current);
    }

    @Test
    void a_rotation_twice_is_a_rotation_once() throws Exception {
        String next = givenNextKey();
        rotateWhenItMaySign().then().statusCode(200);

        rotate().then().statusCode(200).body("items.find { it.status == 'current' }.kid", equalTo(next));

        assertThat(eventsAbout(current + " -> " + next)).isEqualTo("SIGNING_KEY_ROTATED by " + adminId());
    }

    @Test
    void a_rotation_needs_a_next_key() {
        rotate().then()
                .statusCode(409)
                .body("type", endsWith("/no-next-key"))
                .body("detail", endsWith("into the file of cloudshop.auth.next-signing-key-file first."));
    }

    @Test
    void administrators_see_what_became_of_each_key() throws Exception {
        String next = givenNextKey();
        keys().then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body(key(next, "status"), equalTo("next"))
                .body(key(next, "announcedAt"), notNullValue())
                .body(key(next, "signsSince"), nullValue())
                .body(key(current, "status"), equalTo("current"))
                .body(key(current, "signsSince"), notNullValue());

        rotateWhenItMaySign();

        keys().then()
                .body(key(next, "status"), equalTo("current"))
                .body(key(next, "signsSince"), notNullValue())
                .body(key(current, "status"), equalTo("retired"))
                .body(key(current, "retiredAt"), notNullValue());
    }

    @Test
    void everything_that_a_withdrawn_key_signed_is_refused_and_sessions_go_on_with_the_next_one() throws Exception {
        Response session = login(email, PASSWORD);
        String stolen = session.path("accessToken");
        bearer(stolen).get("/api/v1/auth/me").then().statusCode(200);
        String next = givenNextKey();

        withdraw(current).then().statusCode(204);

        await().untilAsserted(() -> bearer(stolen).get("/api/v1/auth/me").then().statusCode(401));
        assertThat(KeyFolder.published()).contains(next).doesNotContain(current);
        String fresh =
                refresh(refreshToken(session)).then().statusCode(200).extract().path("accessToken");
        assertThat(KeyFolder.keyOf(fresh)).isEqualTo(next);
        bearer(fresh).get("/api/v1/auth/me").then().statusCode(200);
        bearer(signIn(email)).get("/api/v1/auth/me").then().statusCode(200);
        keys().then()
                .body(key(current, "status"), equalTo("withdrawn"))
                .body(key(current, "withdrawnAt"), notNullValue());
    }

    @Test
    void a_key_is_withdrawn_once_however_often_that_is_asked_for() throws Exception {
        givenNextKey();
        withdraw(current).then().statusCode(204);

        withdraw(current).then().statusCode(204);

        assertThat(eventsAbout(current)).isEqualTo("SIGNING_KEY_WITHDRAWN by " + adminId());
    }

    @Test
    void the_only_key_is_not_withdrawn() {
        withdraw(current).then().statusCode(409).body("type", endsWith("/no-next-key"));

        assertThat(KeyFolder.published()).contains(current);
        bearer(signIn(email)).get("/api/v1/auth/me").then().statusCode(200);
    }

    @Test
    void a_next_key_and_a_former_one_are_withdrawn_without_a_change_of_the_current_one() throws Exception {
        String next = givenNextKey();
        withdraw(next).then().statusCode(204);
        assertThat(KeyFolder.published()).contains(current).doesNotContain(next);
        rotate().then().statusCode(409).body("type", endsWith("/no-next-key"));
        String another = givenNextKey();
        rotateWhenItMaySign().then().statusCode(200);
        String old = current;

        withdraw(old).then().statusCode(204);

        assertThat(KeyFolder.published()).contains(another).doesNotContain(old);
        assertThat(KeyFolder.keyOf(signIn(email))).isEqualTo(another);
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "POST, /rotation", "DELETE, /some-key"})
    void keys_are_for_administrators(String method, String path) {
        bearer(signIn(email))
                .request(method, KEYS + path)
                .then()
                .statusCode(403)
                .body("type", endsWith("/forbidden"));
        given().request(method, KEYS + path).then().statusCode(401).body("type", endsWith("/unauthorized"));
    }

    @ParameterizedTest
    @CsvSource({"some-key", "%00", "a%20b", "ÄÖ"})
    void a_key_that_there_is_not_cannot_be_withdrawn(String keyId) {
        asAdmin()
                .urlEncodingEnabled(!keyId.contains("%"))
                .delete(KEYS + "/" + keyId)
                .then()
                .statusCode(404)
                .body("type", endsWith("/not-found"));
    }

    private static String givenNextKey() throws Exception {
        String next = KeyFolder.announceKey();
        await().until(() -> KeyFolder.published().contains(next));
        return next;
    }

    private static Response rotateWhenItMaySign() {
        String admin = adminToken();
        return await().until(() -> bearer(admin).post(KEYS + "/rotation"), answer -> answer.statusCode() != 409);
    }

    private static Response rotate() {
        return asAdmin().post(KEYS + "/rotation");
    }

    private static Response withdraw(String keyId) {
        return asAdmin().delete(KEYS + "/" + keyId);
    }

    private static Response keys() {
        return asAdmin().get(KEYS);
    }

    private static String key(String keyId, String member) {
        return "items.find { it.kid == '" + keyId + "' }." + member;
    }

    private String adminId() {
        return asAdmin().get("/api/v1/auth/me").path("id");
    }

    /** The type of each event with that detail, and who did it. */
    private String eventsAbout(String detail) {
        return database.text(
                "select string_agg(type || ' by ' || actor_id, ', ') from security_events where detail = ?", detail);
    }
}
