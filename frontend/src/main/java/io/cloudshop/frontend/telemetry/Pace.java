package io.cloudshop.frontend.telemetry;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;

/** Admits so many a second. Thread-safe. */
final class Pace {

    private final int most;
    private final Clock clock;
    private final AtomicReference<Second> current = new AtomicReference<>(new Second(0, 0));

    Pace(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    boolean admits() {
        long now = clock.instant().getEpochSecond();
        Second admitted = current.updateAndGet(second ->
                second.begin() == now ? new Second(now, Math.min(second.count() + 1, most + 1)) : new Second(now, 1));
        return admitted.count() <= most;
    }

    private record Second(long begin, int count) {}
}
