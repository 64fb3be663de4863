package io.cloudshop.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.auth.Database;
import io.cloudshop.defaults.security.AccessToken;
import io.cloudshop.defaults.security.RevokedTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.jose4j.jwk.JsonWebKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running service is one replica; another one, which the test makes itself, must agree. */
@QuarkusTest
@TestProfile(KeyFolder.class)
class ReplicaTest extends AuthTest {

    private static final String KEYS = "/api/v1/admin/users/signing-keys";

    @Inject
    KeyFiles files;

    @Inject
    KeyRecords records;

    @Inject
    RevokedTokens denyList;

    @Inject
    Database database;

    private String current;
    private String next;

    @BeforeEach
    void givenANextKey() throws Exception {
        current = KeyFolder.keyOf(adminToken());
        KeyFolder.settle(current);
        next = KeyFolder.announceKey();
        await().until(() -> KeyFolder.published().contains(next));
    }

    @Test
    void all_replicas_sign_with_the_key_that_an_administrator_put_in_the_former_one_s_place_also_after_a_restart() {
        SigningKeys other = replica(denyList);

        rotate();

        other.lookAgain();
        assertThat(other.current().id()).isEqualTo(next);
        assertThat(idsPublishedBy(other)).contains(current, next);
        SigningKeys restarted = replica(denyList);
        assertThat(restarted.current().id()).isEqualTo(next);
        assertThat(idsPublishedBy(restarted)).contains(current, next);
    }

    @Test
    void a_replica_signs_no_token_with_a_key_that_another_one_has_withdrawn() {
        SigningKeys other = replica(denyList);
        assertThat(other.current().id()).isEqualTo(current);

        withdraw(current);

        await().until(() -> denyList.containsKey(current));
        assertThat(idsPublishedBy(other)).doesNotContain(current);
        assertThat(other.current().id()).isEqualTo(next);
    }

    @Test
    void without_the_deny_list_a_replica_hears_of_it_with_its_next_look() {
        SigningKeys other = replica(new AwayDenyList());

        withdraw(current);

        other.lookAgain();
        assertThat(other.current().id()).isEqualTo(next);
        assertThat(idsPublishedBy(other)).doesNotContain(current);
    }

    @Test
    void a_key_that_was_withdrawn_does_not_come_back_although_its_file_is_there() {
        withdraw(current);
        assertThat(files.read().signing().id()).isEqualTo(current);

        SigningKeys restarted = replica(new AwayDenyList());

        assertThat(restarted.current().id()).isEqualTo(next);
        assertThat(idsPublishedBy(restarted)).doesNotContain(current);
        assertThatThrownBy(() -> database.execute("update signing_keys set withdrawn_at = null where kid = ?", current))
                .hasMessageContaining("a withdrawn signing key does not come back");
        assertThatThrownBy(() -> database.execute("delete from signing_keys where kid = ?", current))
                .hasMessageContaining("a withdrawn signing key does not come back");
    }

    private SigningKeys replica(RevokedTokens revoked) {
        return new SigningKeys(files, records, revoked, Duration.ofSeconds(KeyFolder.LEAD_SECONDS), Clock.systemUTC());
    }

    private static Iterable<String> idsPublishedBy(SigningKeys replica) {
        return replica.published().stream().map(JsonWebKey::getKeyId).toList();
    }

    private static void rotate() {
        String admin = adminToken();
        await().until(() -> bearer(admin).post(KEYS + "/rotation").statusCode() == 200);
    }

    private static void withdraw(String keyId) {
        bearer(adminToken()).delete(KEYS + "/" + keyId).then().statusCode(204);
    }

    /** Redis is away for this replica. */
    private static final class AwayDenyList implements RevokedTokens {

        @Override
        public boolean contains(AccessToken token) {
            return false;
        }

        @Override
        public boolean containsKey(String keyId) {
            return false;
        }
    }
}
