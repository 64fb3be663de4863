package io.cloudshop.frontend.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH.plusSeconds(1));
    private final Pace pace = new Pace(3, new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void so_many_a_second_are_admitted() {
        assertThat(IntStream.range(0, 10).filter(i -> pace.admits()).count()).isEqualTo(3);

        now.set(now.get().plusSeconds(1));

        assertThat(pace.admits()).isTrue();
    }
}
