package io.cloudshop.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalWindowsTest {

    private final Watch watch = new Watch();
    private final LocalWindows windows = new LocalWindows(new Limits(), watch);
    private final Window two = new Window("two", 2, Duration.ofSeconds(10));
    private final Window ten = new Window("ten", 10, Duration.ofSeconds(60));

    @Test
    void a_window_slides() {
        assertThat(admit()).isZero();
        watch.forward(4);
        assertThat(admit()).isZero();
        watch.forward(1);

        assertThat(admit()).isEqualTo(Duration.ofSeconds(5));
        watch.forward(5);
        assertThat(admit()).isZero();
        assertThat(admit()).isEqualTo(Duration.ofSeconds(4));
    }

    @Test
    void who_is_refused_by_one_window_takes_no_room_in_the_others() {
        admit();
        admit();
        for (int i = 0; i < 20; i++) {
            assertThat(admit()).isPositive();
        }

        assertThat(windows.admit(List.of(ten), List.of())).isZero();
    }

    @Test
    void a_window_that_is_watched_is_not_entered() {
        for (int i = 0; i < 5; i++) {
            assertThat(windows.admit(List.of(), List.of(two))).isZero();
        }
        windows.enter(two);
        windows.enter(two);

        assertThat(windows.admit(List.of(), List.of(two))).isEqualTo(Duration.ofSeconds(10));
        windows.clear(List.of(two));
        assertThat(windows.admit(List.of(), List.of(two))).isZero();
    }

    private Duration admit() {
        return windows.admit(List.of(ten, two), List.of());
    }

    private static final class Watch extends Clock {

        private Instant now = Instant.EPOCH;

        void forward(int seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
