package io.cloudshop.orders.fault;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Fault points of tests inside one process: the work stops there as if the process had died, once. */
@Mock
@ApplicationScoped
public class Crashes extends FaultPoints {

    private final AtomicReference<String> armed = new AtomicReference<>();

    Crashes() {
        super(Optional.empty());
    }

    public void crashOnceAt(String point) {
        armed.set(point);
    }

    public boolean isStillToCome() {
        return armed.get() != null;
    }

    public void forget() {
        armed.set(null);
    }

    @Override
    public void at(String point) {
        String next = armed.get();
        if (point.equals(next) && armed.compareAndSet(next, null)) {
            throw new Crash(point);
        }
    }

    /** Nobody catches it on the way out, so that nothing is done after it. */
    public static final class Crash extends RuntimeException {
        Crash(String point) {
            super("Died at " + point, null, false, false);
        }
    }
}
