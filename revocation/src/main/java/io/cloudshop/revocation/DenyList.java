package io.cloudshop.revocation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.cloudshop.defaults.security.AccessToken;
import io.cloudshop.defaults.security.RevokedTokens;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * This replica's copy of the deny list, which every request is checked against. Each entry leaves it when the tokens that
 * it is about have expired; a key stays on it. Thread-safe.
 */
@ApplicationScoped
class DenyList implements RevokedTokens {

    /** Some twenty megabytes; a shop that ends more sessions in a quarter of an hour forgets the oldest. */
    private static final long MOST = 200_000;

    /** Keys are withdrawn once in years. */
    private static final long MOST_KEYS = 1_000;

    private final Cache<String, Revocation.OfKey> keys;
    private final Cache<String, Revocation.OfToken> tokens;
    private final Cache<String, Revocation.OfSessions> sessions;

    DenyList(Clock clock, MeterRegistry meters) {
        this.keys = Caffeine.newBuilder().maximumSize(MOST_KEYS).build();
        this.tokens = bounded(clock);
        this.sessions = bounded(clock);
        Gauge.builder("cloudshop.revocations.held", this, DenyList::size)
                .description("Revocations that this replica knows")
                .register(meters);
    }

    @Override
    public boolean contains(AccessToken token) {
        if (containsKey(token.keyId()) || tokens.getIfPresent(token.id()) != null) {
            return true;
        }
        Revocation.OfSessions ended = sessions.getIfPresent(token.subject());
        return ended != null && ended.ends(token);
    }

    @Override
    public boolean containsKey(String keyId) {
        return keys.getIfPresent(keyId) != null;
    }

    void add(Revocation revocation) {
        switch (revocation) {
            case Revocation.OfKey key -> keys.put(key.keyId(), key);
            case Revocation.OfToken token -> tokens.put(token.tokenId(), token);
            case Revocation.OfSessions ended -> sessions.asMap().merge(ended.subject(), ended, DenyList::later);
        }
    }

    /** Whatever order they come in: what ends more is the newer one. */
    private static Revocation.OfSessions later(Revocation.OfSessions known, Revocation.OfSessions added) {
        return added.newEpoch() >= known.newEpoch() ? added : known;
    }

    private double size() {
        return keys.estimatedSize() + tokens.estimatedSize() + sessions.estimatedSize();
    }

    private static <V extends Revocation.Passing> Cache<String, V> bounded(Clock clock) {
        return Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<String, V>writing((key, entry) -> remaining(entry, clock)))
                .build();
    }

    private static Duration remaining(Revocation.Passing entry, Clock clock) {
        Duration remaining = Duration.between(clock.instant(), entry.until());
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }
}
