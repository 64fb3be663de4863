package io.cloudshop.defaults.load;

import io.cloudshop.defaults.problem.CommonProblems;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many do the same costly thing at once. A rush waits here, first come first served, before anything is held for it, and
 * not where it would run into timeouts and take others along (bulkhead). Thread-safe.
 */
public final class Slots {

    private final Semaphore free;
    private final Duration longestWait;
    private final String refusal;

    /**
     * @param refusal what whoever waited in vain is told, with 503 and Retry-After
     */
    public Slots(int atOnce, Duration longestWait, String refusal) {
        this.free = new Semaphore(atOnce, true);
        this.longestWait = longestWait;
        this.refusal = refusal;
    }

    /** Does the work in a slot of its own; 503 when none becomes free in time. */
    public <T> T run(Supplier<T> work) {
        acquire();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private void acquire() {
        boolean acquired = false;
        try {
            acquired = free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!acquired) {
            throw CommonProblems.unavailable(refusal, null);
        }
    }
}
