package io.cloudshop.auth.reset;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Removes links that have expired, batch by batch. Every replica runs it; {@code SKIP LOCKED} gives each its own batch. */
@ApplicationScoped
class ExpiredLinks {

    /** What is left after so many waits for the next time. */
    private static final int MOST_BATCHES = 100;

    private final ResetTokenRepository tokens;
    private final ResetSettings settings;
    private final Clock clock;

    ExpiredLinks(ResetTokenRepository tokens, ResetSettings settings, Clock clock) {
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            identity = "password-reset-removal",
            every = "${cloudshop.password-resets.removal-interval:1h}",
            delayed = "1m",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void remove() {
        Instant now = clock.instant();
        int removed = settings.removalBatch();
        for (int i = 0; i < MOST_BATCHES && removed == settings.removalBatch(); i++) {
            removed = tokens.removeExpired(now, settings.removalBatch());
        }
    }
}
