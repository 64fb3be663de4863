package io.cloudshop.benchmarks.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordTest {

    private final Record record = new Record(4);

    @Test
    void availability_is_that_of_requests_and_what_is_lost_that_of_seconds() {
        add(0, 10, 0);
        add(1, 1, 3);
        add(2, 0, 2);

        assertThat(record.requests()).isEqualTo(16);
        assertThat(record.failures()).isEqualTo(5);
        assertThat(record.availability()).isEqualTo(11 / 16.0);
        assertThat(record.lostSeconds()).isCloseTo(1.75, within(1e-9));
        assertThat(record.percentBySecond()).containsExactly(100, 25, 0, 100);
    }

    @Test
    void what_ends_late_counts_to_the_last_second() {
        record.add(Duration.ofSeconds(9), false);

        assertThat(record.percentBySecond()).containsExactly(100, 100, 100, 0);
    }

    @Test
    void nobody_asked_and_nothing_was_lost() {
        assertThat(record.availability()).isEqualTo(1);
        assertThat(record.lostSeconds()).isZero();
        assertThat(record.checkout(0.99)).isZero();
    }

    @Test
    void a_share_of_checkouts_is_no_slower_than_that() {
        for (int i = 100; i >= 1; i--) {
            record.addCheckout(Duration.ofMillis(i));
        }

        assertThat(record.checkout(0.5)).hasMillis(50);
        assertThat(record.checkout(0.99)).hasMillis(99);
        assertThat(record.checkout(1)).hasMillis(100);
    }

    private void add(int second, int good, int failed) {
        for (int i = 0; i < good + failed; i++) {
            record.add(Duration.ofSeconds(second), i < good);
        }
    }
}
