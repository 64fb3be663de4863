package io.cloudshop.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReplicaBucketTest {

    private static final Quota HUNDRED = Quota.perMinute(100);
    private static final int AT_MOST = 3;

    private final ReplicaBucket bucket = new ReplicaBucket(HUNDRED, 0);

    @Test
    void a_few_requests_pass_before_anybody_has_heard_of_them() {
        assertThat(granted(10)).isEqualTo(AT_MOST);
        assertThat(bucket.tell()).isEqualTo(AT_MOST);
        assertThat(granted(10)).isZero();

        bucket.told(AT_MOST);

        assertThat(granted(10)).isEqualTo(AT_MOST);
    }

    @Test
    void one_message_at_a_time_says_what_came_during_the_last() {
        granted(1);
        assertThat(bucket.tellNext()).isEqualTo(1);
        granted(2);
        assertThat(bucket.tellNext()).isZero();

        bucket.told(1);

        assertThat(bucket.tellNext()).isEqualTo(2);
        assertThat(bucket.tellNext()).isZero();
    }

    @Test
    void whoever_asks_tells_all_even_during_a_message() {
        granted(1);
        bucket.tellNext();
        granted(2);

        assertThat(bucket.tell()).isEqualTo(2);
    }

    @Test
    void nobody_who_has_used_half_of_the_limit_passes_ahead() {
        bucket.follow(HUNDRED, new Take(true, 51, 1), 0);

        assertThat(granted(10)).isEqualTo(2);
    }

    @Test
    void what_the_others_have_not_heard_of_is_not_left() {
        granted(1);
        bucket.tellNext();
        granted(1);

        bucket.follow(HUNDRED, new Take(true, 90, 1), 0);

        assertThat(bucket.takeAhead(HUNDRED, AT_MOST, 0).orElseThrow().remaining())
                .isEqualTo(87);
    }

    @Test
    void a_limit_too_low_for_it_lets_nobody_pass_ahead() {
        assertThat(bucket.takeAhead(HUNDRED, 0, 0)).isEmpty();
    }

    private int granted(int asked) {
        int granted = 0;
        for (int i = 0; i < asked; i++) {
            granted += bucket.takeAhead(HUNDRED, AT_MOST, 0).isPresent() ? 1 : 0;
        }
        return granted;
    }
}
