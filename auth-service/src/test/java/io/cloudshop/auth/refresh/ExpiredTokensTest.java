package io.cloudshop.auth.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExpiredTokensTest extends AuthTest {

    @Inject
    Database database;

    @Inject
    TokenRepository tokens;

    @Inject
    FamilyRepository families;

    @Test
    void what_expired_is_removed_batch_by_batch_and_the_rest_stays() {
        String old = expired(givenSession());
        String older = expired(givenSession());
        String alive = givenSession();
        String aliveThoughItsFirstExpired = refreshToken(refresh(alive));
        expired(alive);

        new ExpiredTokens(tokens, families, inBatchesOf(1), Clock.systemUTC()).remove();

        assertThat(database.text(
                        "select count(*) from refresh_tokens where token_hash in (?, ?, ?)",
                        old,
                        older,
                        RefreshToken.hashOf(alive)))
                .isEqualTo("0");
        assertThat(database.text(
                        "select count(*) from refresh_token_families f where created_at < now() - interval '1 day'"
                                + " and not exists (select 1 from refresh_tokens where family_id = f.id)"))
                .isEqualTo("0");
        refresh(aliveThoughItsFirstExpired).then().statusCode(200);
    }

    private String expired(String token) {
        String hash = RefreshToken.hashOf(token);
        database.execute(
                "update refresh_tokens set issued_at = issued_at - interval '15 days',"
                        + " expires_at = expires_at - interval '15 days' where token_hash = ?",
                hash);
        database.execute(
                "update refresh_token_families set created_at = created_at - interval '15 days'"
                        + " where id = (select family_id from refresh_tokens where token_hash = ?)",
                hash);
        return hash;
    }

    private static RefreshSettings inBatchesOf(int rows) {
        return new RefreshSettings() {
            @Override
            public Duration idleLifetime() {
                return Duration.ofDays(14);
            }

            @Override
            public Duration absoluteLifetime() {
                return Duration.ofDays(90);
            }

            @Override
            public String removalInterval() {
                return "off";
            }

            @Override
            public int removalBatch() {
                return rows;
            }
        };
    }
}
