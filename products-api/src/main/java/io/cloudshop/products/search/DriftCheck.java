package io.cloudshop.products.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Sees to it that one replica compares table and index from time to time, and that all tell what was found. */
@ApplicationScoped
class DriftCheck {

    private static final Logger LOG = Logger.getLogger(DriftCheck.class);

    private final ProductIndex index;
    private final Drift drift;
    private final DriftBook book;
    private final Leftovers leftovers;
    private final SearchSettings.Drift settings;
    private final MeterRegistry metrics;

    private volatile long last;

    DriftCheck(
            ProductIndex index,
            Drift drift,
            DriftBook book,
            Leftovers leftovers,
            SearchSettings settings,
            MeterRegistry metrics) {
        this.index = index;
        this.drift = drift;
        this.book = book;
        this.leftovers = leftovers;
        this.settings = settings.drift();
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("cloudshop.search.drift", this, check -> check.last)
                .description("Products that the last comparison of table and search index found different")
                .register(metrics);
    }

    @Scheduled(
            identity = "search-drift",
            every = "${cloudshop.search.drift.interval:1m}",
            delayed = "${cloudshop.search.drift.delay:30s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void compare() {
        if (index.isReady()) {
            compare(almost(DurationConverter.parseDuration(settings.interval())));
        }
    }

    /** @param pause nothing is compared if somebody did within this time */
    void compare(Duration pause) {
        try {
            book.claim(pause).ifPresent(position -> {
                leftovers.remove();
                drift.repair(position);
            });
            last = book.last();
        } catch (RuntimeException e) {
            LOG.debug("The search index cannot be compared at the moment", e);
        }
    }

    /** Schedulers are not exact: the replica whose turn it is must not find that it is a moment too early. */
    private static Duration almost(Duration interval) {
        return interval.multipliedBy(9).dividedBy(10);
    }
}
