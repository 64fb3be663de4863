package io.cloudshop.auth.mail;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.cloudshop.testing.LogRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Mail as it leaves a shop that has a mail server. */
@QuarkusTest
@TestProfile(SmtpMailTest.WithMailServer.class)
class SmtpMailTest extends AuthTest {

    /** More than one mail may take. */
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    Database database;

    @Test
    void a_link_leaves_by_smtp_and_is_in_no_mailbox() {
        String ada = newEmail();
        givenCustomer(ada);

        request(ada);

        await().atMost(PATIENCE).until(() -> !FakeMailServer.receivedFor(ada).isEmpty());
        assertThat(FakeMailServer.receivedFor(ada).getFirst())
                .contains("From: shop@example.org", "Subject: A new password for CloudShop")
                .containsIgnoringCase("auto-submitted: auto-generated")
                .contains("/reset-password#token");
        given().get("/api/v1/auth/mailbox").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void a_mail_server_that_is_away_delays_the_link_and_not_the_answer() {
        String ada = newEmail();
        givenCustomer(ada);
        FakeMailServer.goesAway();
        try {
            request(ada);
            // What was sent just before goes a moment later.
            await().until(() -> database.text("select count(*) from outbox_event where dead_at is null")
                    .equals("1"));
        } finally {
            FakeMailServer.comesUp();
        }

        await().atMost(PATIENCE).until(() -> FakeMailServer.receivedFor(ada).size() == 1);
    }

    @Test
    void a_mail_that_is_refused_is_put_aside_and_its_recipient_stands_in_no_log() {
        String refused = "refused." + newEmail();
        String ada = newEmail();
        givenCustomer(refused);
        givenCustomer(ada);
        try (LogRecords log = LogRecords.watch()) {
            request(refused);
            request(ada);

            await().atMost(PATIENCE)
                    .until(() -> !FakeMailServer.receivedFor(ada).isEmpty());
            await().atMost(PATIENCE)
                    .until(() -> database.text("select id from outbox_event where dead_at is not null") != null);
            assertThat(log.all())
                    .noneMatch(line -> String.valueOf(line.getMessage()).contains(refused)
                            || line.getThrown() != null
                                    && line.getThrown().toString().contains(refused));
        }
        assertThat(database.text("select last_error from outbox_event where dead_at is not null"))
                .contains("550")
                .doesNotContain(refused);
        asAdmin()
                .get("/api/v1/admin/users/outbox/dead-letters")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    private static void request(String email) {
        json(Map.of("email", email))
                .post("/api/v1/auth/password-reset-requests")
                .then()
                .statusCode(202);
    }

    public static class WithMailServer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cloudshop.mail.mailbox", "false",
                    "cloudshop.mail.from", "shop@example.org",
                    "cloudshop.outbox.max-attempts", "2",
                    "quarkus.mailer.start-tls", "DISABLED");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FakeMailServer.class));
        }
    }
}
