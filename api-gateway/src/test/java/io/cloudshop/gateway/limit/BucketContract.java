package io.cloudshop.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The arithmetic of a bucket, wherever it is. */
abstract class BucketContract {

    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final Quota TWELVE = Quota.perMinute(12);

    /** Takes from the one bucket of the test. */
    abstract Take take(Quota quota);

    /** Lets time pass for that bucket. */
    abstract void pass(Duration time);

    @Test
    void a_full_bucket_can_be_emptied_at_once() {
        for (int left = 11; left >= 0; left--) {
            Take take = take(TWELVE);

            assertThat(take.isGranted()).isTrue();
            assertThat(take.remaining()).isEqualTo(left);
        }

        assertThat(take(TWELVE).isGranted()).isFalse();
    }

    @Test
    void a_sixth_comes_back_ten_seconds_after_the_first_was_taken() {
        assertThat(granted(TWELVE, 5)).isEqualTo(5);
        pass(INTERVAL.minusSeconds(1));
        assertThat(granted(TWELVE, 50)).isEqualTo(7);

        pass(Duration.ofSeconds(1));

        assertThat(granted(TWELVE, 50)).isEqualTo(2);
    }

    @Test
    void who_is_refused_loses_nothing_by_it() {
        assertThat(granted(TWELVE, 1_000)).isEqualTo(12);
        pass(INTERVAL.multipliedBy(2));

        assertThat(granted(TWELVE, 1_000)).isEqualTo(4);
    }

    @Test
    void the_next_sixth_does_not_wait_longer_because_somebody_took_the_last_one() {
        assertThat(granted(TWELVE, 50)).isEqualTo(12);
        pass(INTERVAL.plusSeconds(6));
        assertThat(granted(TWELVE, 50)).isEqualTo(2);

        pass(Duration.ofSeconds(4));

        assertThat(granted(TWELVE, 50)).isEqualTo(2);
    }

    @Test
    void a_bucket_holds_no_more_than_the_limit_however_long_nobody_came() {
        assertThat(granted(TWELVE, 12)).isEqualTo(12);
        pass(Duration.ofHours(5));

        assertThat(granted(TWELVE, 50)).isEqualTo(12);
    }

    @Test
    void in_any_ten_minutes_no_more_than_the_bucket_and_what_came_back() {
        int granted = 0;
        for (int second = 0; second < 600; second++) {
            granted += granted(TWELVE, 3);
            pass(Duration.ofSeconds(1));
        }

        assertThat(granted).isBetween(12 + 116, 12 + 120);
    }

    @Test
    void nothing_is_lost_where_a_sixth_is_no_whole_number() {
        Quota ten = Quota.perMinute(10);
        assertThat(granted(ten, 50)).isEqualTo(10);

        int back = IntStream.range(0, 6)
                .map(sixth -> {
                    pass(INTERVAL);
                    return granted(ten, 50);
                })
                .sum();

        assertThat(back).isEqualTo(10);
    }

    @Test
    void one_request_a_minute_is_one_a_minute() {
        Quota one = Quota.perMinute(1);
        assertThat(take(one).isGranted()).isTrue();
        assertThat(take(one).moreInSeconds()).isBetween(59L, 60L);
        pass(INTERVAL.multipliedBy(5));
        assertThat(take(one).isGranted()).isFalse();
        assertThat(take(one).moreInSeconds()).isBetween(9L, 10L);

        pass(INTERVAL);

        assertThat(take(one).isGranted()).isTrue();
    }

    @Test
    void who_waits_as_long_as_it_says_gets_one() {
        assertThat(granted(TWELVE, 50)).isEqualTo(12);
        pass(Duration.ofSeconds(3));
        long seconds = take(TWELVE).moreInSeconds();

        pass(Duration.ofSeconds(seconds));

        assertThat(seconds).isBetween(6L, 7L);
        assertThat(take(TWELVE).isGranted()).isTrue();
    }

    @Test
    void a_replica_grants_its_share() {
        Quota third = Quota.shareOf(12, 3);
        assertThat(granted(third, 50)).isEqualTo(4);
        pass(INTERVAL.multipliedBy(3));

        assertThat(granted(third, 50)).isEqualTo(2);
    }

    @Test
    void a_share_of_less_than_one_is_one_at_first_and_comes_back_as_slowly_as_it_must() {
        Quota tenth = Quota.shareOf(6, 10);
        assertThat(granted(tenth, 50)).isEqualTo(1);
        pass(Duration.ofSeconds(90));
        assertThat(take(tenth).isGranted()).isFalse();

        pass(INTERVAL);

        assertThat(granted(tenth, 50)).isEqualTo(1);
    }

    private int granted(Quota quota, int asked) {
        return (int)
                IntStream.range(0, asked).filter(i -> take(quota).isGranted()).count();
    }
}
