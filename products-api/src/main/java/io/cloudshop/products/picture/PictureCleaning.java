package io.cloudshop.products.picture;

import io.cloudshop.products.transaction.RetriedTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Drops pictures that nothing has shown for long. Every replica runs it; each takes those that no other one has. */
@ApplicationScoped
class PictureCleaning {

    private final PictureStore store;
    private final RetriedTransaction transaction;
    private final PictureSettings settings;
    private final Clock clock;

    PictureCleaning(PictureStore store, RetriedTransaction transaction, PictureSettings settings, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(
            identity = "picture-cleaning",
            every = "${cloudshop.pictures.cleaning-interval:1h}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void clean() {
        Instant before = clock.instant().minus(settings.keepUnused());
        int seen;
        do {
            seen = transaction.call(() -> store.dropUnused(before, settings.cleaningBatch()));
        } while (seen == settings.cleaningBatch());
    }
}
