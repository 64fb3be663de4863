package io.cloudshop.auth.audit;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Removes old security events, batch by batch. Every replica runs it; {@code SKIP LOCKED} gives each its own batch. */
@ApplicationScoped
class Retention {

    private static final Logger LOG = Logger.getLogger(Retention.class);

    /** The database's week, and a day for clocks that differ. */
    private static final Duration SHORTEST = Duration.ofDays(8);

    /** What is left after so many waits for the next time. */
    private static final int MOST_BATCHES = 100;

    private final SecurityEventRepository events;
    private final AuditSettings settings;
    private final Clock clock;

    Retention(SecurityEventRepository events, AuditSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            identity = "security-event-retention",
            every = "${cloudshop.security-events.removal-interval:1h}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void remove() {
        Duration kept = settings.retention().compareTo(SHORTEST) < 0 ? SHORTEST : settings.retention();
        Instant oldest = clock.instant().minus(kept);
        int removed = 0;
        int batch = settings.removalBatch();
        for (int i = 0; i < MOST_BATCHES && batch == settings.removalBatch(); i++) {
            batch = events.removeOlder(oldest, settings.removalBatch());
            removed += batch;
        }
        if (removed > 0) {
            LOG.infof("%d security events from before %s removed", removed, oldest);
        }
    }
}
