package io.cloudshop.launcher.supervisor;

import java.time.Duration;

/** How long to wait before the next start: short at first, twice as long after each failure, short again after a calm time. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration CALM = Duration.ofSeconds(20);

    private Duration next = FIRST;

    /** @param lived how long the process lived that has just ended */
    Duration after(Duration lived) {
        if (lived.compareTo(CALM) >= 0) {
            next = FIRST;
        }
        Duration delay = next;
        Duration twice = next.multipliedBy(2);
        next = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
        return delay;
    }
}
