package io.cloudshop.benchmarks.chaos;

import java.time.Duration;

/** When a process was killed, counted from the begin, and how long it took until its successor was ready. */
record Kill(Duration at, Duration recovery) {

    /** What the launcher promises for a service. */
    static final Duration LONGEST_RECOVERY = Duration.ofSeconds(10);

    boolean isInTime() {
        return recovery.compareTo(LONGEST_RECOVERY) <= 0;
    }
}
