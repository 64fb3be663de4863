package io.cloudshop.revocation;

import io.cloudshop.defaults.security.TokenTerms;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Ends access tokens before they expire: here at once, on every other replica of every service moments later. With Redis
 * away it is done here alone, counted, and told by the log once. Never fails. Thread-safe.
 */
@ApplicationScoped
public class Revocations {

    private static final Logger LOG = Logger.getLogger(Revocations.class);

    private final RevocationStream stream;
    private final DenyList list;
    private final Clock clock;
    private final Counter published;
    private final Counter lost;
    private final AtomicBoolean isAway = new AtomicBoolean();

    Revocations(RevocationStream stream, DenyList list, Clock clock, MeterRegistry meters) {
        this.stream = stream;
        this.list = list;
        this.clock = clock;
        this.published = counter("published", meters);
        this.lost = counter("lost", meters);
    }

    /**
     * Ends one token.
     *
     * @param tokenId its claim {@code jti}
     * @param expiresAt its claim {@code exp}
     */
    public void revokeToken(String tokenId, Instant expiresAt) {
        revoke(new Revocation.OfToken(tokenId, expiresAt.plus(TokenTerms.CLOCK_SKEW)));
    }

    /**
     * Ends all tokens of a user that are older than a new epoch of their sessions.
     *
     * @param newEpoch the first one whose tokens are good
     * @param exceptTokenId the {@code jti} of a token that stays good
     */
    public void revokeSessions(String userId, int newEpoch, Optional<String> exceptTokenId) {
        Instant until = clock.instant().plus(TokenTerms.LIFETIME).plus(TokenTerms.CLOCK_SKEW);
        revoke(new Revocation.OfSessions(userId, newEpoch, exceptTokenId, until));
    }

    /**
     * Ends everything that a key signed, whatever it says about its end.
     *
     * @param keyId its {@code kid}
     */
    public void revokeKey(String keyId) {
        revoke(new Revocation.OfKey(keyId));
    }

    private void revoke(Revocation revocation) {
        list.add(revocation);
        try {
            stream.append(revocation);
            published.increment();
            if (isAway.getAndSet(false)) {
                LOG.info("Revocations reach the deny list again");
            }
        } catch (RuntimeException redisIsAway) {
            lost.increment();
            if (!isAway.getAndSet(true)) {
                LOG.warnf(
                        "A revocation did not reach the deny list; elsewhere its tokens are good until they expire: %s",
                        redisIsAway);
            }
        }
    }

    private static Counter counter(String outcome, MeterRegistry meters) {
        return Counter.builder("cloudshop.revocations")
                .description("Revocations by whether they reached the deny list")
                .tag("outcome", outcome)
                .register(meters);
    }
}
