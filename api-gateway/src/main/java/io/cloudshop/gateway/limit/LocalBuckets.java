package io.cloudshop.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The buckets of this replica by client. Bounded: of too many the rarest go. Thread-safe. */
@ApplicationScoped
class LocalBuckets {

    private final Cache<String, ReplicaBucket> buckets;

    LocalBuckets(RateLimitConfig config) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(config.localClients())
                // By then it would be full again.
                .expireAfterAccess(Duration.ofSeconds(Quota.WINDOW_SECONDS))
                .build();
    }

    /** The bucket of this name, full if nothing is known of it. */
    ReplicaBucket of(String key, Quota quota, long now) {
        return buckets.get(key, absent -> new ReplicaBucket(quota, now));
    }
}
