package io.cloudshop.auth.refresh;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/** Removes what has expired, batch by batch. Every replica runs it; {@code SKIP LOCKED} gives each its own batch. */
@ApplicationScoped
class ExpiredTokens {

    private static final Logger LOG = Logger.getLogger(ExpiredTokens.class);

    /** A token that was used in its last second may still be replaced, by a replica whose clock is late. */
    private static final Duration GRACE = Duration.ofHours(1);

    /** What is left after so many waits for the next time. */
    private static final int MOST_BATCHES = 100;

    private final TokenRepository tokens;
    private final FamilyRepository families;
    private final RefreshSettings settings;
    private final Clock clock;

    ExpiredTokens(TokenRepository tokens, FamilyRepository families, RefreshSettings settings, Clock clock) {
        this.tokens = tokens;
        this.families = families;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            identity = "refresh-token-removal",
            every = "${cloudshop.sessions.removal-interval:1h}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void remove() {
        Instant before = clock.instant().minus(GRACE);
        int removed = inBatches(() -> tokens.removeExpired(before, settings.removalBatch()));
        int ended = inBatches(() -> families.removeEmpty(before, settings.removalBatch()));
        if (removed > 0) {
            LOG.infof("%d expired refresh tokens and %d sessions removed", removed, ended);
        }
    }

    private int inBatches(IntSupplier removal) {
        int removed = 0;
        for (int batches = 0; batches < MOST_BATCHES; batches++) {
            int batch = removal.getAsInt();
            removed += batch;
            if (batch < settings.removalBatch()) {
                break;
            }
        }
        return removed;
    }
}
