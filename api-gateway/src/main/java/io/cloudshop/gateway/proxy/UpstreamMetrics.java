package io.cloudshop.gateway.proxy;

import io.cloudshop.defaults.metrics.LatencyBuckets;
import io.cloudshop.gateway.routing.Destination;
import io.cloudshop.gateway.routing.Route;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** How upstreams do, seen from the gateway: rate, errors and duration up to the head of the answer, and what is under way. */
@ApplicationScoped
class UpstreamMetrics {

    private record Series(Destination upstream, String route, Outcome outcome) {}

    private final MeterRegistry registry;
    private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
    private final Map<Destination, AtomicInteger> active = new EnumMap<>(Destination.class);

    UpstreamMetrics(MeterRegistry registry) {
        this.registry = registry;
        Stream.of(Destination.values()).filter(Destination::isUpstream).forEach(this::showActive);
    }

    /** @return to be run when the answer is through, or will not be; more than once does no harm */
    Runnable began(Destination upstream) {
        AtomicInteger count = active.get(upstream);
        count.incrementAndGet();
        AtomicBoolean isOver = new AtomicBoolean();
        return () -> {
            if (isOver.compareAndSet(false, true)) {
                count.decrementAndGet();
            }
        };
    }

    /** @param nanos from when the upstream had the request until the head of its answer, or until there was none */
    void record(Route route, Outcome outcome, long nanos) {
        timers.computeIfAbsent(new Series(route.destination(), route.name(), outcome), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    /** An answer ended before its end, and its status, long sent, says nothing of that. */
    void brokeOff(Route route) {
        registry.counter(
                        "cloudshop.gateway.upstream.broken",
                        "upstream",
                        route.destination().label(),
                        "route",
                        route.name())
                .increment();
    }

    private Timer timer(Series series) {
        return Timer.builder("cloudshop.gateway.upstream.requests")
                .description("Time until the head of an upstream's answer")
                .tag("upstream", series.upstream().label())
                .tag("route", series.route())
                .tag("outcome", series.outcome().label())
                .serviceLevelObjectives(LatencyBuckets.bounds())
                .register(registry);
    }

    private void showActive(Destination upstream) {
        AtomicInteger count = new AtomicInteger();
        active.put(upstream, count);
        Gauge.builder("cloudshop.gateway.upstream.active", count, AtomicInteger::get)
                .description("Requests under way to an upstream, streams and bodies of answers included")
                .tag("upstream", upstream.label())
                .register(registry);
    }
}
