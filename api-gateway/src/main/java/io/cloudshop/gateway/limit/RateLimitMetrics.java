package io.cloudshop.gateway.limit;

import io.cloudshop.gateway.routing.Traffic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts requests by kind, by whether they passed, and by who decided: Redis, or this replica without it. */
@ApplicationScoped
class RateLimitMetrics {

    private final MeterProvider<Counter> requests;

    RateLimitMetrics(MeterRegistry registry) {
        this.requests = Counter.builder("cloudshop.rate.limit.requests")
                .description("Requests that the rate limit has decided on")
                .withRegistry(registry);
    }

    void count(Traffic traffic, Buckets.Verdict verdict) {
        requests.withTags(
                        "policy",
                        traffic.text(),
                        "outcome",
                        verdict.take().isGranted() ? "passed" : "refused",
                        "decided_by",
                        verdict.isShared() ? "redis" : "replica")
                .increment();
    }
}
