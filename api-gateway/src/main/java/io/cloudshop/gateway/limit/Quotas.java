package io.cloudshop.gateway.limit;

import io.cloudshop.gateway.routing.Traffic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** The quota of a client for each kind of traffic: in all, and that of one replica while Redis is away. */
@ApplicationScoped
class Quotas {

    private final Map<Traffic, Quota> shared = new EnumMap<>(Traffic.class);
    private final Map<Traffic, Quota> local = new EnumMap<>(Traffic.class);

    Quotas(RateLimitConfig config) {
        for (Traffic traffic : Traffic.values()) {
            int limit = limit(config, traffic);
            shared.put(traffic, Quota.perMinute(limit));
            local.put(traffic, Quota.shareOf(limit, config.replicas()));
        }
    }

    Quota shared(Traffic traffic) {
        return shared.get(traffic);
    }

    Quota local(Traffic traffic) {
        return local.get(traffic);
    }

    private static int limit(RateLimitConfig config, Traffic traffic) {
        return switch (traffic) {
            case READ -> config.read();
            case WRITE -> config.write();
            case AUTH -> config.auth();
            case IMPORT -> config.imports();
        };
    }
}
