package io.cloudshop.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenBucketTest extends BucketContract {

    private static final int NANOS = 1_000;
    private static final long SEVEN_SECONDS = 7_000_000;

    private TokenBucket bucket;
    private long now;

    @Override
    Take take(Quota quota) {
        if (bucket == null) {
            bucket = new TokenBucket(quota, now);
        }
        return bucket.take(quota, now);
    }

    @Test
    void what_all_replicas_have_left_is_left_here_in_shares() {
        Quota half = Quota.shareOf(12, 2);
        take(half);

        bucket.follow(half, new Take(true, 8, SEVEN_SECONDS), 0, now);

        assertThat(take(half).remaining()).isEqualTo(3);
        pass(Duration.ofSeconds(7));
        assertThat(take(half).remaining()).isEqualTo(3);
    }

    @Test
    void it_is_half_full_until_more_than_half_is_taken() {
        Quota four = Quota.perMinute(4);
        take(four);
        take(four);
        assertThat(bucket.isHalfFull(four, now)).isTrue();

        take(four);

        assertThat(bucket.isHalfFull(four, now)).isFalse();
        pass(Duration.ofSeconds(20));
        assertThat(bucket.isHalfFull(four, now)).isTrue();
    }

    @Override
    void pass(Duration time) {
        now += time.toNanos() / NANOS;
    }
}
