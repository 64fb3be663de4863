package io.cloudshop.auth.session;

import static io.cloudshop.auth.session.SessionAnswers.hash;
import static io.cloudshop.auth.session.SessionAnswers.thenSignedOut;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.testing.LogRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RefreshTokenFamilyTest extends AuthTest {

    @Inject
    Database database;

    @Test
    void a_used_refresh_token_revokes_its_family() {
        String first = givenSession();
        String second = refreshToken(refresh(first));
        String third = refreshToken(refresh(second));

        try (LogRecords log = LogRecords.watch()) {
            thenSignedOut(refresh(first), "refresh-reused");

            assertThat(log.of(SecurityEvents.class)).hasSize(1);
        }

        thenSignedOut(refresh(third), "refresh-refused");
        thenSignedOut(refresh(second), "refresh-reused");
    }

    @Test
    void a_family_that_is_revoked_leaves_the_other_sessions_of_its_user_alone() {
        String email = newEmail();
        givenCustomer(email);
        String stolen = givenSession(email);
        String other = givenSession(email);
        refresh(stolen);

        thenSignedOut(refresh(stolen), "refresh-reused");

        refresh(other).then().statusCode(200);
    }

    @Test
    void of_six_refreshes_at_once_at_most_one_succeeds_and_the_family_ends() {
        String token = givenSession();
        Callable<Response> refresh = () -> refresh(token);

        List<Response> answers;
        try (var clients = Executors.newFixedThreadPool(6)) {
            answers = database
                    .whenSoManyWait(
                            6,
                            "select 1 from refresh_tokens where token_hash = '" + hash(token) + "' for update",
                            () -> clients.invokeAll(Collections.nCopies(6, refresh)))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
        answers.stream()
                .filter(answer -> answer.statusCode() == 401)
                .forEach(answer -> thenSignedOut(answer, "refresh-reused"));
        String next = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(AuthTest::refreshToken)
                .findFirst()
                .orElseThrow();
        thenSignedOut(refresh(next), "refresh-refused");
    }

    @Test
    void a_family_has_one_token_that_can_be_used_whatever_goes_wrong() {
        String token = givenSession();
        String family = database.text("select family_id from refresh_tokens where token_hash = ?", hash(token));

        assertThatThrownBy(() -> database.execute(
                        "insert into refresh_tokens (token_hash, family_id, issued_at, expires_at)"
                                + " values (?, ?, now(), now() + interval '1 day')",
                        hash("another"),
                        UUID.fromString(family)))
                .hasMessageContaining("refresh_tokens_current_key");
    }
}
