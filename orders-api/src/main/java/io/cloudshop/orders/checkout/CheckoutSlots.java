package io.cloudshop.orders.checkout;

import io.cloudshop.defaults.problem.CommonProblems;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How many checkouts a replica works on at once. A rush waits here, first come first served, before anything is stored
 * or held for it, and not at the database or at products-api, where it would run into timeouts. Thread-safe.
 */
@ApplicationScoped
class CheckoutSlots {

    private final CheckoutSettings settings;
    private final Semaphore free;

    CheckoutSlots(CheckoutSettings settings) {
        this.settings = settings;
        this.free = new Semaphore(settings.atOnce(), true);
    }

    /** Does the work in a slot of its own; 503 when none becomes free in time. */
    <T> T run(Supplier<T> checkout) {
        acquire();
        try {
            return checkout.get();
        } finally {
            free.release();
        }
    }

    private void acquire() {
        boolean acquired = false;
        try {
            acquired = free.tryAcquire(settings.longestWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!acquired) {
            throw CommonProblems.unavailable(
                    "Too many customers are checking out at the moment; nothing was ordered, try again with the same key.",
                    null);
        }
    }
}
