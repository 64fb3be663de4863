package io.cloudshop.gateway.proxy;

import io.vertx.core.Vertx;
import java.time.Duration;

/** Runs an action once when something took too long. Belongs to one event loop. */
final class Watchdog {

    private static final long NONE = -1;

    private final Vertx vertx;
    private final long limitNanos;
    private final Runnable action;

    private long timer = NONE;
    private long since;

    Watchdog(Vertx vertx, Duration limit, Runnable action) {
        this.vertx = vertx;
        this.limitNanos = limit.toNanos();
        this.action = action;
    }

    /** Starts to count from now, also if it was counting. */
    void start() {
        since = System.nanoTime();
        // One timer per wait, not one per chunk: an early one looks again later.
        if (timer == NONE) {
            schedule(limitNanos);
        }
    }

    void stop() {
        if (timer != NONE) {
            vertx.cancelTimer(timer);
            timer = NONE;
        }
    }

    private void schedule(long nanos) {
        timer = vertx.setTimer(Math.max(1, Duration.ofNanos(nanos).toMillis()), ignored -> look());
    }

    private void look() {
        timer = NONE;
        long left = limitNanos - (System.nanoTime() - since);
        if (left > 0) {
            schedule(left);
        } else {
            action.run();
        }
    }
}
