package io.cloudshop.outbox;

import io.cloudshop.defaults.BackOff;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * How long a relay waits before its next round.
 *
 * @param length the whole wait, if no news end it
 * @param deafFor as long as news do not end it: a busy service does not hammer at a destination that is away
 * @param failures how many rounds in a row have failed
 */
record Pause(Duration length, Duration deafFor, int failures) {

    static final Pause NONE = new Pause(Duration.ZERO, Duration.ZERO, 0);

    private static final Duration LONGEST_DEAFNESS = Duration.ofSeconds(1);
    private static final long GLANCE_MILLIS = 50;

    static Pause untilNews(Duration longest) {
        return new Pause(longest, Duration.ZERO, 0);
    }

    /** The wait after one more failure. */
    Pause longer(BackOff backOff) {
        Duration next = backOff.after(failures + 1);
        return new Pause(next, next.compareTo(LONGEST_DEAFNESS) < 0 ? next : LONGEST_DEAFNESS, failures + 1);
    }

    /** Waits; ends early with news after the deaf time, and at once when there is no reason to go on. */
    void await(Semaphore news, BooleanSupplier goesOn) {
        try {
            long deafUntil = System.nanoTime() + deafFor.toNanos();
            while (goesOn.getAsBoolean() && System.nanoTime() - deafUntil < 0) {
                TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
            }
            Duration rest = length.minus(deafFor);
            if (goesOn.getAsBoolean() && rest.isPositive()) {
                news.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
            }
            news.drainPermits();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
