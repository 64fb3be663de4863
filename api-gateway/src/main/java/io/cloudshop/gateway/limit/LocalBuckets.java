package io.cloudshop.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The buckets of this replica alone, for as long as Redis is away. Bounded: of too many the rarest go. Thread-safe. */
@ApplicationScoped
class LocalBuckets {

    private static final int NANOS = 1_000;

    private final Cache<String, TokenBucket> buckets;

    LocalBuckets(RateLimitConfig config) {
        this.buckets = Caffeine.newBuilder()
                .maximumSize(config.localClients())
                // By then it would be full again.
                .expireAfterAccess(Duration.ofSeconds(Quota.WINDOW_SECONDS))
                .build();
    }

    Take take(String key, Quota quota) {
        long now = System.nanoTime() / NANOS;
        return buckets.get(key, absent -> new TokenBucket(quota, now)).take(quota, now);
    }
}
