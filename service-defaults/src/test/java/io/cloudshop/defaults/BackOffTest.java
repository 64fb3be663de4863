package io.cloudshop.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

    private static final int TRIES = 1_000;

    private final BackOff backOff = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30));

    @ParameterizedTest
    @CsvSource({"1, 500", "2, 1000", "6, 16000", "7, 30000", "17, 30000", "2147483647, 30000"})
    void a_wait_is_between_half_and_the_whole_of_what_doubled(int failures, long wholeMillis) {
        assertThat(IntStream.range(0, TRIES)
                        .mapToLong(any -> backOff.after(failures).toMillis()))
                .allSatisfy(millis -> assertThat(millis).isBetween(wholeMillis / 2, wholeMillis));
    }

    @Test
    void replicas_that_failed_together_do_not_come_back_together() {
        assertThat(IntStream.range(0, TRIES).mapToObj(any -> backOff.after(3)).distinct())
                .hasSizeGreaterThan(TRIES / 10);
    }
}
