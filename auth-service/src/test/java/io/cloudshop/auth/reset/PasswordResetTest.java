package io.cloudshop.auth.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.auth.Database;
import io.cloudshop.testing.LogRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PasswordResetTest extends Resets {

    private record InBatchesOf(int removalBatch) implements ResetSettings {
        @Override
        public Duration lifetime() {
            return Duration.ofMinutes(30);
        }

        @Override
        public String removalInterval() {
            return "off";
        }
    }

    @Inject
    Database database;

    @Inject
    ResetTokenRepository tokens;

    private String ada;
    private String adaId;

    @BeforeEach
    void oneCustomer() {
        ada = newEmail();
        adaId = givenCustomer(ada);
    }

    @Test
    void a_link_sets_a_new_password_once_and_ends_every_session() {
        String session = givenSession(ada);
        String accessToken = signIn(ada);
        String token = givenLink(ada);

        reset(token, NEW_PASSWORD).then().statusCode(204);

        login(ada, PASSWORD).then().statusCode(401);
        login(ada, NEW_PASSWORD).then().statusCode(200);
        refresh(session).then().statusCode(401).body("type", endsWith("/refresh-refused"));
        await().atMost(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> bearer(accessToken).get("/api/v1/auth/me").then().statusCode(401));
        thenRefused(reset(token, PASSWORD));
        login(ada, NEW_PASSWORD).then().statusCode(200);
    }

    @Test
    void nobody_learns_from_the_answer_who_is_a_customer() {
        String nobody = newEmail();

        Response known = request(ada);
        Response unknown = request(nobody);

        known.then().statusCode(202).body("expiresIn", equalTo(1800));
        unknown.then().statusCode(202);
        assertThat(unknown.asString()).isEqualTo(known.asString());
        assertThat(names(unknown)).isEqualTo(names(known));
        nextMail(ada, 0);
        thenNothingWaits();
        assertThat(mailTo(nobody)).isEmpty();
    }

    @Test
    void the_address_counts_however_it_is_written_and_the_mail_goes_where_the_account_says() {
        request(" " + ada.toUpperCase(Locale.ROOT)).then().statusCode(202);

        tokenIn(nextMail(ada, 0).get("text"));
    }

    @Test
    void a_newer_link_makes_the_older_one_void() {
        String older = givenLink(ada);
        String newer = givenLink(ada);

        thenRefused(reset(older, NEW_PASSWORD));
        reset(newer, NEW_PASSWORD).then().statusCode(204);
    }

    @Test
    void a_link_that_has_expired_is_refused_and_removed() {
        String token = givenLink(ada);
        expire();

        thenRefused(reset(token, NEW_PASSWORD));

        new ExpiredLinks(tokens, new InBatchesOf(1), Clock.systemUTC()).remove();
        assertThat(database.text("select user_id from password_reset_tokens where user_id = ?", UUID.fromString(adaId)))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "passwordpassword"})
    void a_weak_password_is_refused_and_the_link_stays_good(String weak) {
        String token = givenLink(ada);

        reset(token, weak)
                .then()
                .statusCode(422)
                .body("type", endsWith("/invalid"))
                .body("violations[0].field", equalTo("newPassword"));

        reset(token, NEW_PASSWORD).then().statusCode(204);
    }

    @Test
    void a_password_that_was_changed_meanwhile_makes_the_link_void() {
        String token = givenLink(ada);
        json(Map.of("currentPassword", PASSWORD, "newPassword", NEW_PASSWORD))
                .header("Authorization", "Bearer " + signIn(ada))
                .put("/api/v1/auth/me/password")
                .then()
                .statusCode(204);

        thenRefused(reset(token, "three lamps and nothing else"));
    }

    @Test
    void who_is_disabled_gets_no_link_and_cannot_use_an_older_one() {
        String token = givenLink(ada);
        database.execute("update users set enabled = false where email = ?", ada);

        request(ada).then().statusCode(202);

        thenNothingWaits();
        assertThat(mailTo(ada)).hasSize(1);
        thenRefused(reset(token, NEW_PASSWORD));
    }

    @Test
    void of_many_who_use_a_link_at_once_one_sets_the_password() throws Exception {
        String token = givenLink(ada);
        Callable<Integer> use = () -> reset(token, NEW_PASSWORD).statusCode();

        List<Future<Integer>> uses;
        try (var threads = Executors.newFixedThreadPool(4)) {
            uses = threads.invokeAll(List.of(use, use, use, use));
        }

        assertThat(uses.stream().map(Future::resultNow)).containsExactlyInAnyOrder(204, 422, 422, 422);
    }

    @Test
    void the_token_is_in_the_mail_and_nowhere_else() {
        try (LogRecords log = LogRecords.watch()) {
            String token = givenLink(ada);
            reset(token, "short").then().statusCode(422);

            assertThat(log.all())
                    .noneMatch(line -> String.valueOf(line.getMessage()).contains(token));
            assertThat(database.text(
                            "select token_hash from password_reset_tokens where user_id = ?", UUID.fromString(adaId)))
                    .isEqualTo(new ResetToken(token).hash());
            assertThat(new ResetToken(token).toString()).doesNotContain(token);
        }
        thenNothingWaits();
    }

    @Test
    void requests_and_resets_are_remembered_and_nothing_that_was_typed() {
        String token = givenLink(ada);
        reset(token, NEW_PASSWORD).then().statusCode(204);
        String requestId = UUID.randomUUID().toString();
        json(Map.of("token", token, "newPassword", NEW_PASSWORD))
                .header("X-Request-Id", requestId)
                .post("/api/v1/auth/password-resets");

        assertThat(database.text(
                        "select string_agg(type || ' ' || coalesce(actor_id::text, '-'), ', ' order by occurred_at)"
                                + " from security_events where user_id = ?",
                        UUID.fromString(adaId)))
                .isEqualTo("PASSWORD_RESET_LINK_SENT -, PASSWORD_RESET " + adaId);
        assertThat(database.text("select row_to_json(e)::text from security_events e where request_id = ?", requestId))
                .contains("PASSWORD_RESET_REFUSED")
                .doesNotContain(token);
    }

    @ParameterizedTest
    @CsvSource({
        "fr,                Un nouveau mot de passe pour CloudShop",
        "'fr-CA, en;q=0.5', Un nouveau mot de passe pour CloudShop",
        "de,                A new password for CloudShop",
        "';;q=x',           A new password for CloudShop"
    })
    void the_mail_speaks_the_language_of_whoever_asked(String languages, String subject) {
        json(Map.of("email", ada))
                .header("Accept-Language", languages)
                .post("/api/v1/auth/password-reset-requests")
                .then()
                .statusCode(202);

        assertThat(nextMail(ada, 0).get("subject")).isEqualTo(subject);
    }

    @Test
    void what_is_no_token_is_refused() {
        thenRefused(reset("x", NEW_PASSWORD));
        thenRefused(reset("A".repeat(43), NEW_PASSWORD));
        reset("", NEW_PASSWORD).then().statusCode(422).body("type", endsWith("/invalid"));
        reset("x".repeat(101), NEW_PASSWORD).then().statusCode(422).body("type", endsWith("/invalid"));
    }

    private void expire() {
        database.execute(
                "update password_reset_tokens set issued_at = issued_at - interval '31 minutes',"
                        + " expires_at = expires_at - interval '31 minutes' where user_id = ?",
                UUID.fromString(adaId));
    }

    private void thenNothingWaits() {
        await().until(() -> database.text("select count(*) from outbox_event where dead_at is null")
                .equals("0"));
    }

    private static void thenRefused(Response answer) {
        answer.then().statusCode(422).body("type", endsWith("/reset-refused"));
    }

    private static List<String> names(Response answer) {
        return answer.headers().asList().stream().map(Header::getName).toList();
    }
}
