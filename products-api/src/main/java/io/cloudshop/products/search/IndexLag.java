package io.cloudshop.products.search;

import io.cloudshop.outbox.OutboxEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How long changes take from the table into the index; searches see them a second later at most, when the engine has
 * refreshed it. What is promised is two seconds together, and for all but one in a hundred five: four of them are a bucket.
 */
@ApplicationScoped
class IndexLag {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(4),
        Duration.ofSeconds(10)
    };

    private final Timer timer;
    private final Clock clock;

    IndexLag(MeterRegistry metrics, Clock clock) {
        this.timer = Timer.builder("cloudshop.search.lag")
                .description("Time from a change of a product until the index has it")
                .serviceLevelObjectives(BUCKETS)
                .register(metrics);
        this.clock = clock;
    }

    void record(List<OutboxEvent> delivered) {
        Instant now = clock.instant();
        delivered.forEach(event -> timer.record(Duration.between(event.createdAt(), now)));
    }
}
