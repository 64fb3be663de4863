package io.cloudshop.revocation;

import io.cloudshop.defaults.security.TokenTerms;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamCommands;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.XAddArgs;
import io.quarkus.redis.datasource.stream.XReadArgs;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Redis stream with the revocations of the last quarter of an hour. Positions are times, those of Redis: whoever was
 * away reads on from where they were, and whatever is older than the life of a token is cut off.
 */
@ApplicationScoped
class RevocationStream {

    private static final String KEY = "cloudshop:revocations";
    private static final Duration KEPT = TokenTerms.LIFETIME.plus(Duration.ofMinutes(1));
    private static final int READ_AT_ONCE = 500;

    private static final String UNTIL = "until";
    private static final String KEY_ID = "key";
    private static final String TOKEN = "token";
    private static final String SUBJECT = "subject";
    private static final String EPOCH = "epoch";
    private static final String EXCEPT = "except";

    private final StreamCommands<String, String, String> stream;
    private final Clock clock;

    RevocationStream(RedisDataSource redis, Clock clock) {
        this.stream = redis.stream(String.class, String.class, String.class);
        this.clock = clock;
    }

    void append(Revocation revocation) {
        stream.xadd(KEY, new XAddArgs().minid(beginning()).nearlyExactTrimming(), fields(revocation));
    }

    /** The position before everything that may concern a token which is still alive. */
    String beginning() {
        return clock.instant().minus(KEPT).toEpochMilli() + "-0";
    }

    /** What came after a position, waiting a while for something to come. */
    List<Entry> after(String position, Duration wait) {
        return stream.xread(KEY, position, new XReadArgs().block(wait).count(READ_AT_ONCE)).stream()
                .map(Entry::of)
                .toList();
    }

    private static Map<String, String> fields(Revocation revocation) {
        Map<String, String> fields = new HashMap<>();
        if (revocation instanceof Revocation.Passing passing) {
            fields.put(UNTIL, String.valueOf(passing.until().getEpochSecond()));
        }
        switch (revocation) {
            case Revocation.OfKey key -> fields.put(KEY_ID, key.keyId());
            case Revocation.OfToken token -> fields.put(TOKEN, token.tokenId());
            case Revocation.OfSessions sessions -> {
                fields.put(SUBJECT, sessions.subject());
                fields.put(EPOCH, String.valueOf(sessions.newEpoch()));
                sessions.exceptTokenId().ifPresent(id -> fields.put(EXCEPT, id));
            }
        }
        return fields;
    }

    /**
     * One entry and its position.
     *
     * @param revocation none where the entry is not of our making
     */
    record Entry(String position, Optional<Revocation> revocation) {

        private static Entry of(StreamMessage<String, String, String> message) {
            return new Entry(message.id(), read(message.payload()));
        }

        private static Optional<Revocation> read(Map<String, String> fields) {
            if (fields.containsKey(KEY_ID)) {
                return Optional.of(new Revocation.OfKey(fields.get(KEY_ID)));
            }
            try {
                Instant until = Instant.ofEpochSecond(Long.parseLong(fields.get(UNTIL)));
                if (fields.containsKey(TOKEN)) {
                    return Optional.of(new Revocation.OfToken(fields.get(TOKEN), until));
                }
                return Optional.ofNullable(fields.get(SUBJECT))
                        .map(subject -> new Revocation.OfSessions(
                                subject,
                                Integer.parseInt(fields.get(EPOCH)),
                                Optional.ofNullable(fields.get(EXCEPT)),
                                until));
            } catch (RuntimeException foreign) {
                return Optional.empty();
            }
        }
    }
}
