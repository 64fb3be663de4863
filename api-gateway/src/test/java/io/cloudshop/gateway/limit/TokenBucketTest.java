package io.cloudshop.gateway.limit;

import java.time.Duration;

class TokenBucketTest extends BucketContract {

    private static final int NANOS = 1_000;

    private TokenBucket bucket;
    private long now;

    @Override
    Take take(Quota quota) {
        if (bucket == null) {
            bucket = new TokenBucket(quota, now);
        }
        return bucket.take(quota, now);
    }

    @Override
    void pass(Duration time) {
        now += time.toNanos() / NANOS;
    }
}
