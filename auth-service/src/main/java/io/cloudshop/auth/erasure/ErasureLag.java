package io.cloudshop.auth.erasure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** How long somebody has waited to be forgotten, as a gauge; read at a steady pace, so that no scrape waits for the database. */
@ApplicationScoped
class ErasureLag {

    private static final Logger LOG = Logger.getLogger(ErasureLag.class);

    private final Erasures erasures;
    private final MeterRegistry registry;
    private final Clock clock;

    private volatile long oldestSeconds;

    ErasureLag(Erasures erasures, MeterRegistry registry, Clock clock) {
        this.erasures = erasures;
        this.registry = registry;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("cloudshop.erasures.oldest.seconds", this, lag -> lag.oldestSeconds)
                .description("How long the oldest deletion of an account has waited for orders-api; 0 for none")
                .register(registry);
    }

    @Scheduled(identity = "erasure-lag", every = "10s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void read() {
        try {
            oldestSeconds = erasures.oldest(1).stream()
                    .mapToLong(oldest -> Duration.between(oldest.requestedAt(), clock.instant())
                            .toSeconds())
                    .findFirst()
                    .orElse(0);
        } catch (RuntimeException databaseIsAway) {
            LOG.debug("The oldest erasure cannot be read; the gauge keeps its last value", databaseIsAway);
        }
    }
}
