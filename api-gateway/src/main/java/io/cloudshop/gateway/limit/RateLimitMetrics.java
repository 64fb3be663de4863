package io.cloudshop.gateway.limit;

import io.cloudshop.gateway.routing.Traffic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts requests by kind, by whether they passed, and by who counted them: Redis, or this replica since it was away. */
@ApplicationScoped
class RateLimitMetrics {

    private final MeterProvider<Counter> requests;

    RateLimitMetrics(MeterRegistry registry) {
        this.requests = Counter.builder("cloudshop.rate.limit.requests")
                .description("Requests that the rate limit has decided on")
                .withRegistry(registry);
    }

    void count(Traffic traffic, Take take, String countedBy) {
        requests.withTags(
                        "policy",
                        traffic.text(),
                        "outcome",
                        take.isGranted() ? "passed" : "refused",
                        "counted_by",
                        countedBy)
                .increment();
    }
}
