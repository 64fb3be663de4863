package io.cloudshop.defaults.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Counts requests by how long they took, so that Prometheus can say which share took longer, over all replicas or one. Few
 * buckets, because each is a series of every path: 500 ms is the bound that is promised, its neighbours tell how near it is.
 */
@Singleton
public class LatencyBuckets {

    private static final double[] NANOSECONDS =
            Stream.of(bounds()).mapToDouble(Duration::toNanos).toArray();

    /** For timers of a service's own, so that what belongs together can be compared. */
    public static Duration[] bounds() {
        return Stream.of(10, 50, 100, 250, 500, 1_000, 2_500, 5_000)
                .map(Duration::ofMillis)
                .toArray(Duration[]::new);
    }

    @Produces
    @Singleton
    MeterFilter requestsByDuration() {
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(NANOSECONDS)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
