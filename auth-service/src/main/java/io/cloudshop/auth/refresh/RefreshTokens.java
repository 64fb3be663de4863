package io.cloudshop.auth.refresh;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.defaults.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Sessions that outlast an access token. Each refresh token is good once, and the next one comes with its use; a second
 * use ends the session (RFC 9700, section 4.14). Each call is a transaction; the database decides between calls at once.
 */
@ApplicationScoped
@Transactional
public class RefreshTokens {

    private final FamilyRepository families;
    private final TokenRepository tokens;
    private final SecurityEvents events;
    private final RefreshSettings settings;
    private final Clock clock;

    RefreshTokens(
            FamilyRepository families,
            TokenRepository tokens,
            SecurityEvents events,
            RefreshSettings settings,
            Clock clock) {
        this.families = families;
        this.tokens = tokens;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** Opens a session; its first token. */
    public RefreshToken open(UUID userId, int sessionEpoch) {
        Instant now = clock.instant();
        var family =
                new RefreshTokenFamily(Ids.next(), userId, sessionEpoch, now, now.plus(settings.absoluteLifetime()));
        families.persist(family);
        return next(family, now);
    }

    /** Trades a token for the next one. */
    public Rotation rotate(String presented) {
        String hash = RefreshToken.hashOf(presented);
        Instant now = clock.instant();
        boolean wasGood = tokens.use(hash, now);
        Optional<StoredToken> known = tokens.findByIdOptional(hash);
        if (wasGood) {
            RefreshTokenFamily family = families.findById(known.orElseThrow().familyId());
            return new Rotation.Rotated(family.userId(), family.sessionEpoch(), next(family, now));
        }
        return known.filter(StoredToken::isUsed)
                .map(used -> endReused(used, now))
                .orElseGet(Rotation.Refused::new);
    }

    /** Ends the session of a token, used or not. */
    public void end(String presented) {
        tokens.findByIdOptional(RefreshToken.hashOf(presented))
                .map(StoredToken::familyId)
                .ifPresent(family -> end(family, SecurityEventType.LOGGED_OUT, clock.instant()));
    }

    /** Takes the session of a token that is good from an epoch that has ended into the next one. */
    public void keep(String presented, UUID userId, int endedEpoch, int nextEpoch) {
        String hash = RefreshToken.hashOf(presented);
        families.moveOn(hash, userId, endedEpoch, nextEpoch, clock.instant());
    }

    /** Takes all sessions of a user from an epoch that has ended into the next one. */
    public void keepAll(UUID userId, int endedEpoch, int nextEpoch) {
        families.moveAllOn(userId, endedEpoch, nextEpoch);
    }

    private Rotation endReused(StoredToken used, Instant now) {
        end(used.familyId(), SecurityEventType.REFRESH_REUSED, now);
        return new Rotation.Reused();
    }

    private void end(UUID familyId, SecurityEventType why, Instant now) {
        if (families.revoke(familyId, now)) {
            events.record(why, families.findById(familyId).userId());
        }
    }

    private RefreshToken next(RefreshTokenFamily family, Instant now) {
        Duration left = Duration.between(now, family.expiresAt());
        Duration lifetime = settings.idleLifetime().compareTo(left) < 0 ? settings.idleLifetime() : left;
        RefreshToken token = RefreshToken.random(lifetime);
        tokens.persist(new StoredToken(token.hash(), family.id(), now, now.plus(lifetime)));
        return token;
    }
}
