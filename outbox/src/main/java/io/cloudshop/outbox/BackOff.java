package io.cloudshop.outbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Exponential back-off with a ceiling and jitter, so that replicas do not come back all at once. */
final class BackOff {

    private static final long FIRST_MILLIS = 500;
    private static final int MOST_DOUBLINGS = 16;

    private BackOff() {}

    /** The wait after the given attempt, counted from 1: between half and the whole of 500 ms × 2^(attempt-1). */
    static Duration ofAttempt(int attempt, Duration ceiling) {
        long whole = Math.min(FIRST_MILLIS << Math.min(attempt - 1, MOST_DOUBLINGS), ceiling.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
    }

    /** The wait that follows another one, doubled and jittered between the two bounds. */
    static Duration after(Duration last, Duration shortest, Duration ceiling) {
        long whole = Math.clamp(last.toMillis() * 2, shortest.toMillis(), ceiling.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
    }
}
