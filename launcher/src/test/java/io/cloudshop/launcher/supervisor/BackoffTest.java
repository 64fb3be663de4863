package io.cloudshop.launcher.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SHORT_LIFE = Duration.ofSeconds(1);

    private final Backoff backoff = new Backoff();

    @Test
    void the_delay_doubles_up_to_five_seconds() {
        List<Long> delays = Stream.generate(() -> backoff.after(SHORT_LIFE))
                .limit(7)
                .map(Duration::toMillis)
                .toList();

        assertThat(delays).containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L);
    }

    @Test
    void the_delay_is_short_again_after_a_calm_time() {
        backoff.after(SHORT_LIFE);
        backoff.after(SHORT_LIFE);

        assertThat(backoff.after(Duration.ofSeconds(30))).isEqualTo(Duration.ofMillis(200));
    }
}
