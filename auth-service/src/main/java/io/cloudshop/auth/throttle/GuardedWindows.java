package io.cloudshop.auth.throttle;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Fallback;
import org.jboss.logging.Logger;

/**
 * The windows that all replicas share as long as Redis answers, else this replica's own, which know what it let pass before.
 * Once Redis does not answer, nobody waits for it any more; every two seconds one call tries whether it is back.
 */
@ApplicationScoped
class GuardedWindows implements Windows {

    private static final Logger LOG = Logger.getLogger(GuardedWindows.class);

    private final SharedWindows shared;
    private final LocalWindows local;
    private final Counter alone;
    private final AtomicBoolean isAlone = new AtomicBoolean();

    GuardedWindows(SharedWindows shared, LocalWindows local, MeterRegistry metrics) {
        this.shared = shared;
        this.local = local;
        this.alone = Counter.builder("cloudshop.auth.throttle.alone")
                .description("Attempts that this replica judged by itself, since Redis was away or slow")
                .register(metrics);
    }

    @Override
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2, delayUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "admitAlone")
    public Duration admit(List<Window> entered, List<Window> watched) {
        // An answer that was under way when others got none is no news.
        boolean wasAlone = isAlone.get();
        Duration wait = shared.admit(entered, watched);
        if (wait.isZero()) {
            local.admit(entered, watched);
        }
        if (wasAlone && isAlone.compareAndSet(true, false)) {
            LOG.info("Login attempts are counted in Redis again");
        }
        return wait;
    }

    @Override
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2, delayUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "enterAlone")
    public void enter(Window window) {
        shared.enter(window);
        local.enter(window);
    }

    /** Nobody goes without a session because Redis could not be told that the password was right. */
    @Override
    @CircuitBreaker(requestVolumeThreshold = 4, delay = 2, delayUnit = ChronoUnit.SECONDS)
    @Fallback(fallbackMethod = "clearAlone")
    public void clear(List<Window> windows) {
        local.clear(windows);
        shared.clear(windows);
    }

    Duration admitAlone(List<Window> entered, List<Window> watched, Throwable redisIsAway) {
        if (isAlone.compareAndSet(false, true)) {
            LOG.warnf("Login attempts are counted by this replica alone, since Redis does not answer: %s", redisIsAway);
        }
        alone.increment();
        return local.admit(entered, watched);
    }

    void enterAlone(Window window) {
        local.enter(window);
    }

    void clearAlone(List<Window> windows) {
        local.clear(windows);
    }
}
