package io.cloudshop.products.search;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The moment until which several calls have time together. */
record Deadline(long nanoTime) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** At least 1: a call that is too late fails by itself. */
    long millisLeft() {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime()));
    }
}
