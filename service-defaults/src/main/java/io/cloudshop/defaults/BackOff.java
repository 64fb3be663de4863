package io.cloudshop.defaults;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait after one failure more, where the wait is written down or stands between rounds: exponential, with a
 * ceiling, and with jitter so that replicas do not come back all at once. Calls are repeated by SmallRye Fault Tolerance.
 * Immutable.
 *
 * @param first the wait after the first failure, at most
 * @param longest the ceiling
 */
public record BackOff(Duration first, Duration longest) {

    private static final int MOST_DOUBLINGS = 16;

    /**
     * Between half and the whole of {@code first} × 2^({@code failures} - 1), but of the ceiling where that is less.
     *
     * @param failures how many there were in a row, counted from 1
     */
    public Duration after(int failures) {
        int doublings = Math.clamp(failures - 1, 0, MOST_DOUBLINGS);
        long whole = Math.min(first.toMillis() << doublings, longest.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
    }
}
