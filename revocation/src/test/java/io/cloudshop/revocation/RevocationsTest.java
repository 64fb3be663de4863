package io.cloudshop.revocation;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.cloudshop.defaults.security.AccessToken;
import io.cloudshop.testing.LogRecords;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.redis.datasource.stream.XAddArgs;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One replica revokes; another one, which the test makes itself, must know. */
@QuarkusTest
@QuarkusTestResource(RedisOnALine.class)
class RevocationsTest {

    private static final String STREAM = "cloudshop:revocations";
    private static final Duration PROMISED = Duration.ofSeconds(1);
    private static final Duration OUTAGE_IS_OVER = Duration.ofSeconds(10);

    @Inject
    Revocations revocations;

    @Inject
    DenyList own;

    @Inject
    RevocationStream stream;

    @Inject
    RedisDataSource redis;

    @Inject
    MeterRegistry meters;

    @Inject
    Clock clock;

    private Replica other;

    @BeforeEach
    void startAnotherReplica() {
        RedisOnALine.line().mend();
        other = new Replica(clock);
    }

    @AfterEach
    void stopIt() throws InterruptedException {
        RedisOnALine.line().mend();
        other.feed.stop(null);
    }

    @Test
    void a_revoked_token_is_known_to_every_replica_within_a_second() {
        AccessToken another = token("ada", 0);

        // What else the machine does only ever adds time, so the least is the honest one.
        Duration least = Stream.generate(this::timeUntilTheOtherKnows)
                .limit(3)
                .min(naturalOrder())
                .orElseThrow();

        assertThat(least).isLessThan(PROMISED);
        assertThat(other.list.contains(another)).isFalse();
    }

    private Duration timeUntilTheOtherKnows() {
        AccessToken token = token("ada", 0);
        long revoked = System.nanoTime();
        revocations.revokeToken(token.id(), token.expiresAt());
        assertThat(own.contains(token)).isTrue();
        await().pollInterval(Duration.ofMillis(20)).until(() -> other.list.contains(token));
        return Duration.ofNanos(System.nanoTime() - revoked);
    }

    @Test
    void sessions_that_ended_take_their_tokens_along_and_leave_later_ones_and_the_excepted_one() {
        String user = UUID.randomUUID().toString();
        AccessToken before = token(user, 3);
        AccessToken excepted = token(user, 3);

        revocations.revokeSessions(user, 4, Optional.of(excepted.id()));

        await().until(() -> other.list.contains(before));
        assertThat(other.list.contains(excepted)).isFalse();
        assertThat(other.list.contains(token(user, 4))).isFalse();
        assertThat(other.list.contains(token("somebody else", 3))).isFalse();
        assertThat(other.list.contains(serviceToken(user))).isFalse();
    }

    @Test
    void what_ends_sessions_once_more_ends_the_excepted_one_too() {
        String user = UUID.randomUUID().toString();
        AccessToken excepted = token(user, 3);
        revocations.revokeSessions(user, 4, Optional.of(excepted.id()));

        revocations.revokeSessions(user, 5, Optional.empty());

        await().until(() -> other.list.contains(excepted));
    }

    @Test
    void an_older_entry_that_comes_late_takes_nothing_back() {
        String user = UUID.randomUUID().toString();
        revocations.revokeSessions(user, 5, Optional.empty());

        revocations.revokeSessions(user, 4, Optional.empty());

        await().until(() -> other.list.contains(token(user, 4)));
        assertThat(own.contains(token(user, 4))).isTrue();
    }

    @Test
    void a_key_that_was_withdrawn_takes_everything_along_that_it_signed_and_nothing_else() throws InterruptedException {
        String stolen = UUID.randomUUID().toString();
        AccessToken forged = signedBy(stolen, Instant.MAX);

        revocations.revokeKey(stolen);

        assertThat(own.contains(forged)).isTrue();
        await().until(() -> other.list.contains(forged));
        assertThat(other.list.containsKey(stolen)).isTrue();
        assertThat(other.list.contains(token("ada", 0))).isFalse();
        assertThat(other.list.containsKey("key")).isFalse();
        Replica late = new Replica(clock);
        await().until(() -> late.list.contains(forged));
        late.feed.stop(null);
    }

    @Test
    void a_replica_that_starts_later_knows_what_was_revoked_before() throws InterruptedException {
        AccessToken token = token("ada", 0);
        revocations.revokeToken(token.id(), token.expiresAt());

        Replica late = new Replica(clock);

        await().until(() -> late.list.contains(token));
        late.feed.stop(null);
    }

    @Test
    void without_redis_a_revocation_counts_here_and_is_counted_and_told_once() {
        double lost = lost();
        RedisOnALine.line().cut();
        AccessToken token = token("ada", 0);

        try (LogRecords log = LogRecords.watch()) {
            assertThatCode(() -> revocations.revokeToken(token.id(), token.expiresAt()))
                    .doesNotThrowAnyException();
            revocations.revokeSessions("ada", 1, Optional.empty());

            assertThat(log.of(Revocations.class)).hasSize(1);
        }
        assertThat(lost()).isEqualTo(lost + 2);
        assertThat(own.contains(token)).isTrue();
        assertThat(other.list.contains(token)).isFalse();
    }

    @Test
    void what_a_replica_missed_while_redis_was_away_for_it_comes_afterwards() {
        AccessToken before = token("ada", 0);
        revocations.revokeToken(before.id(), before.expiresAt());
        await().until(() -> other.list.contains(before));
        RedisOnALine.line().cut();
        try (LogRecords log = LogRecords.watch()) {
            await().atMost(OUTAGE_IS_OVER).until(() -> other.failures() >= 5);
            assertThat(other.list.contains(before))
                    .as("what is known stays known")
                    .isTrue();
            assertThat(log.of(DenyListFeed.class))
                    .as("both replicas, once each")
                    .hasSize(2);
        }

        RedisOnALine.line().mend();
        AccessToken after = token("ada", 0);
        revocations.revokeToken(after.id(), after.expiresAt());

        await().atMost(OUTAGE_IS_OVER).until(() -> other.list.contains(after));
    }

    @Test
    void an_entry_of_somebody_else_is_passed_over() {
        redis.stream(String.class).xadd(STREAM, Map.of("until", "tomorrow", "token", "?"));
        redis.stream(String.class).xadd(STREAM, Map.of("what", "ever"));
        AccessToken token = token("ada", 0);

        revocations.revokeToken(token.id(), token.expiresAt());

        await().until(() -> other.list.contains(token));
    }

    @Test
    void what_is_older_than_the_life_of_a_token_leaves_the_stream() {
        redis.key().del(STREAM);
        String old = clock.instant().minus(Duration.ofMinutes(17)).toEpochMilli() + "-0";
        // Redis cuts whole nodes of a hundred entries, not single ones
        for (int i = 1; i <= 100; i++) {
            redis.stream(String.class)
                    .xadd(STREAM, new XAddArgs().id(old.replace("-0", "-" + i)), Map.of("token", "t", "until", "0"));
        }
        AccessToken token = token("ada", 0);

        revocations.revokeToken(token.id(), token.expiresAt());

        assertThat(redis.stream(String.class).xrange(STREAM, StreamRange.of("-", "+")))
                .hasSize(1);
    }

    @Test
    void an_entry_leaves_the_list_when_its_tokens_have_expired() {
        DenyList list = new DenyList(clock, new SimpleMeterRegistry());
        AccessToken token = token("ada", 0);

        list.add(new Revocation.OfToken(token.id(), clock.instant().plusMillis(300)));

        assertThat(list.contains(token)).isTrue();
        await().atMost(Duration.ofSeconds(2)).until(() -> !list.contains(token));
    }

    private double lost() {
        return meters.get("cloudshop.revocations")
                .tag("outcome", "lost")
                .counter()
                .count();
    }

    private AccessToken token(String subject, int epoch) {
        return new AccessToken("key", UUID.randomUUID().toString(), subject, OptionalInt.of(epoch), inTenMinutes());
    }

    private static AccessToken signedBy(String keyId, Instant expiresAt) {
        return new AccessToken(keyId, UUID.randomUUID().toString(), "ada", OptionalInt.of(0), expiresAt);
    }

    private AccessToken serviceToken(String subject) {
        return new AccessToken("key", UUID.randomUUID().toString(), subject, OptionalInt.empty(), inTenMinutes());
    }

    private Instant inTenMinutes() {
        return clock.instant().plus(Duration.ofMinutes(10));
    }

    /** The list of another replica, and what feeds it. */
    private final class Replica {

        private final MeterRegistry ownMeters = new SimpleMeterRegistry();
        private final DenyList list;
        private final DenyListFeed feed;

        private Replica(Clock clock) {
            list = new DenyList(clock, ownMeters);
            feed = new DenyListFeed(stream, list, Duration.ofSeconds(1), ownMeters);
            feed.start(null);
        }

        private double failures() {
            return ownMeters.get("cloudshop.revocations.reads.failed").counter().count();
        }
    }
}
