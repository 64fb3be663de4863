package io.cloudshop.gateway.limit;

import io.cloudshop.gateway.routing.Traffic;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** The quota of a client for each kind of traffic: in all, and that of one replica while Redis is away. */
@ApplicationScoped
class Quotas {

    /** All replicas together may be ahead of the count by one request in so many: 2.5 % of the limit. */
    private static final int ONE_IN = 40;

    private final Map<Traffic, Quota> shared = new EnumMap<>(Traffic.class);
    private final Map<Traffic, Quota> local = new EnumMap<>(Traffic.class);
    private final Map<Traffic, Integer> ahead = new EnumMap<>(Traffic.class);

    Quotas(RateLimitConfig config) {
        for (Traffic traffic : Traffic.values()) {
            int limit = limit(config, traffic);
            shared.put(traffic, Quota.perMinute(limit));
            local.put(traffic, Quota.shareOf(limit, config.replicas()));
            ahead.put(traffic, limit / ONE_IN / config.replicas());
        }
    }

    Quota shared(Traffic traffic) {
        return shared.get(traffic);
    }

    Quota local(Traffic traffic) {
        return local.get(traffic);
    }

    /** How many requests of a client a replica may let pass before Redis has heard of the first of them. */
    int ahead(Traffic traffic) {
        return ahead.get(traffic);
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
