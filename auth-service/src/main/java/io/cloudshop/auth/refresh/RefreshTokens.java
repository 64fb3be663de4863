package io.cloudshop.auth.refresh;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/**
 * Sessions that outlast an access token. Each refresh token is good once, and the next one comes with its use; a second
 * use ends the session (RFC 9700, section 4.14). Each call is a transaction; the database decides between calls at once.
 */
@ApplicationScoped
@Transactional
public class RefreshTokens {

    private static final int MOST_SHOWN = 1_000;

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

    /** Opens a session; its first token. Refused where the user was deleted since they were looked up. */
    public RefreshToken open(UUID userId, int sessionEpoch) {
        Instant now = clock.instant();
        var family =
                new RefreshTokenFamily(Ids.next(), userId, sessionEpoch, now, now.plus(settings.absoluteLifetime()));
        try {
            families.persistAndFlush(family);
        } catch (ConstraintViolationException userIsGone) {
            throw new DomainException(
                            AuthProblems.INVALID_CREDENTIALS, "There is no such account any more.", userIsGone)
                    .header("WWW-Authenticate", "Bearer");
        }
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

    /** The user's sessions, as far as they are kept, newest first. */
    public List<OwnSession> of(UUID userId) {
        return families.newestOf(userId, MOST_SHOWN).stream()
                .map(RefreshTokenFamily::view)
                .toList();
    }

    /** Those of an epoch that can go on, newest first, at most so many. */
    public List<LiveSession> liveOf(UUID userId, int sessionEpoch, int most) {
        return families.findLive(userId, sessionEpoch, clock.instant(), most);
    }

    public long countLiveOf(UUID userId, int sessionEpoch) {
        return families.countLive(userId, sessionEpoch, clock.instant());
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

    /**
     * Of a user who is about to be deleted, which would do it, too, but the other way round: sessions before their tokens,
     * and then it and a call that trades a token would wait for each other.
     */
    public void forget(UUID userId) {
        tokens.removeOf(userId);
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
