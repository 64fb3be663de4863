package io.cloudshop.orders.fault;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Fault points of tests inside one process: the work stops there as if the process had died, once. */
@Mock
@ApplicationScoped
public class Crashes extends FaultPoints {

    private static final long LONG_ENOUGH_TO_MEET_MILLIS = 100;

    private final AtomicReference<String> armed = new AtomicReference<>();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private volatile String counted;

    Crashes() {
        super(Optional::empty);
    }

    public void crashOnceAt(String point) {
        armed.set(point);
    }

    public boolean isStillToCome() {
        return armed.get() != null;
    }

    public void forget() {
        armed.set(null);
        counted = null;
    }

    /** How many were at that point at once at most, each for a moment, since {@link #countAt}. */
    public int mostAtOnce() {
        return most.get();
    }

    public void countAt(String point) {
        counted = point;
        most.set(0);
    }

    @Override
    public void at(String point) {
        count(point);
        String next = armed.get();
        if (point.equals(next) && armed.compareAndSet(next, null)) {
            throw new Crash(point);
        }
    }

    private void count(String point) {
        if (!point.equals(counted)) {
            return;
        }
        most.accumulateAndGet(present.incrementAndGet(), Math::max);
        try {
            Thread.sleep(LONG_ENOUGH_TO_MEET_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            present.decrementAndGet();
        }
    }

    /** Nobody catches it on the way out, so that nothing is done after it. */
    public static final class Crash extends RuntimeException {
        Crash(String point) {
            super("Died at " + point, null, false, false);
        }
    }
}
