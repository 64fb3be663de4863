package io.cloudshop.defaults.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Keeps the time series few and true: clients invent methods, and a gauge of which two have the name tells nothing. */
@Singleton
public class BoundedMetrics {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    @Produces
    @Singleton
    MeterFilter knownMethodsOnly() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                String method = id.getTag("method");
                boolean invented =
                        id.getName().equals("http.server.requests") && method != null && !METHODS.contains(method);
                return invented ? id.withTags(List.of(Tag.of("method", "OTHER"))) : id;
            }
        };
    }

    /**
     * Two register the same gauge, the second is ignored with a warning: groups of event loops (quarkusio/quarkus issue
     * 52014), pools of the Redis client, and the public and the management server where free ports leave them without a port to tell them apart.
     */
    @Produces
    @Singleton
    MeterFilter unambiguousGaugesOnly() {
        return MeterFilter.deny(id -> id.getName().equals("netty.eventexecutor.workers")
                || (id.getName().startsWith("redis.pool.") && id.getType() == Meter.Type.GAUGE)
                || (id.getName().startsWith("http.server.active.") && id.getTag("server.port") == null));
    }
}
