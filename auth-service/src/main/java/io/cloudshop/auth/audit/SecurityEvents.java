package io.cloudshop.auth.audit;

import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.request.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Remembers what happened to accounts and sessions, in the transaction in which it happens where there is one, and says
 * so in the log. Nothing that somebody typed goes in: a password is easily typed into the wrong field.
 */
@ApplicationScoped
@Transactional
public class SecurityEvents {

    private static final Logger LOG = Logger.getLogger(SecurityEvents.class);

    /** Whoever did it has proved nothing. */
    private static final Set<SecurityEventType> BY_ANYBODY = EnumSet.of(
            SecurityEventType.LOGIN_FAILED,
            SecurityEventType.REFRESH_REUSED,
            SecurityEventType.PASSWORD_RESET_LINK_SENT,
            SecurityEventType.PASSWORD_RESET_REFUSED);

    private final SecurityEventRepository events;
    private final Clock clock;

    SecurityEvents(SecurityEventRepository events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * Something that somebody did to the own account, or with it.
     *
     * @param userId null where somebody tried an account that there is not
     */
    public void record(SecurityEventType type, UUID userId) {
        record(type, userId, BY_ANYBODY.contains(type) ? null : userId, null);
    }

    /**
     * Something that somebody did to an account.
     *
     * @param actorId null for nobody in particular
     * @param detail null for none
     */
    public void record(SecurityEventType type, UUID userId, UUID actorId, String detail) {
        events.persist(
                new SecurityEvent(Ids.next(), type, userId, actorId, detail, RequestId.current(), clock.instant()));
        Logger.Level level = type == SecurityEventType.REFRESH_REUSED ? Logger.Level.WARN : Logger.Level.INFO;
        LOG.logf(level, "Security event %s, user=%s, actor=%s, detail=%s", type, userId, actorId, detail);
    }
}
