package io.cloudshop.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The buckets of this replica, for what Redis does not answer in time. Bounded: of too many the rarest go. Thread-safe. */
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
        long now = now();
        return bucket(key, quota, now).take(quota, now);
    }

    /** Keeps up with the bucket that all replicas share, so that nobody's is full again because Redis went away. */
    void follow(String key, Quota quota, Take shared, boolean isLate) {
        long now = now();
        bucket(key, quota, now).follow(quota, shared, isLate, now);
    }

    private TokenBucket bucket(String key, Quota quota, long now) {
        return buckets.get(key, absent -> new TokenBucket(quota, now));
    }

    private static long now() {
        return System.nanoTime() / NANOS;
    }
}
