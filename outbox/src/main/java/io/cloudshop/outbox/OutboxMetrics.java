package io.cloudshop.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToLongFunction;
import org.jboss.logging.Logger;

/**
 * The lag as gauges, read at a steady pace so that a scrape never waits for the database, and how many dead letters came
 * and went.
 */
@ApplicationScoped
class OutboxMetrics {

    private static final Logger LOG = Logger.getLogger(OutboxMetrics.class);

    private final OutboxTable table;
    private final MeterRegistry registry;
    private final Counter buried;
    private final Counter replayed;
    private final Counter dropped;

    private volatile OutboxLag lag = OutboxLag.NONE;

    OutboxMetrics(OutboxTable table, MeterRegistry registry) {
        this.table = table;
        this.registry = registry;
        this.buried = deadLetters("buried");
        this.replayed = deadLetters("replayed");
        this.dropped = deadLetters("dropped");
    }

    void start(@Observes StartupEvent event) {
        gauge("cloudshop.outbox.pending", "Events that still have to be delivered", OutboxLag::pending);
        gauge("cloudshop.outbox.oldest.seconds", "Age of the oldest pending event", OutboxLag::oldestSeconds);
        gauge("cloudshop.outbox.dead", "Events put aside after too many failures", OutboxLag::dead);
    }

    @Scheduled(
            identity = "outbox-lag",
            every = "${cloudshop.outbox.lag-interval}",
            delayed = "${cloudshop.outbox.lag-interval}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void readLag() {
        try {
            lag = table.lag();
        } catch (RuntimeException databaseIsAway) {
            LOG.debug("The outbox lag cannot be read; the gauges keep their last values", databaseIsAway);
        }
    }

    void buried() {
        buried.increment();
    }

    void replayed() {
        replayed.increment();
    }

    void dropped() {
        dropped.increment();
    }

    private Counter deadLetters(String action) {
        return Counter.builder("cloudshop.outbox.dead.letters")
                .description("Events that became dead letters here, and those that an admin replayed or dropped")
                .tag("action", action)
                .register(registry);
    }

    private void gauge(String name, String description, ToLongFunction<OutboxLag> value) {
        Gauge.builder(name, this, metrics -> value.applyAsLong(metrics.lag))
                .description(description)
                .register(registry);
    }
}
