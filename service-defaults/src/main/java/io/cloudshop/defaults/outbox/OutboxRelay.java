package io.cloudshop.defaults.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Moves events from the table to the publisher: in order an aggregate, at least once. Any number of replicas may run
 * it; {@code SKIP LOCKED} on an aggregate's oldest event keeps them out of each other's way.
 */
@ApplicationScoped
@IfBuildProperty(name = "cloudshop.outbox.enabled", stringValue = "true")
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int ROUND_TIMEOUT_SECONDS = 60;
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final OutboxTable table;
    private final OutboxDelivery delivery;
    private final OutboxSettings settings;
    private final Semaphore news = new Semaphore(0);

    private volatile boolean running;
    private Thread thread;

    OutboxRelay(OutboxTable table, OutboxDelivery delivery, OutboxSettings settings) {
        this.table = table;
        this.delivery = delivery;
        this.settings = settings;
    }

    /** Tells an idle relay that there may be something to do. */
    void wake() {
        news.release();
    }

    void start(@Observes @Priority(Interceptor.Priority.APPLICATION + 500) StartupEvent event) {
        running = true;
        thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        thread.join(STOP_WITHIN);
    }

    private void run() {
        Duration pause = Duration.ZERO;
        while (running) {
            pause = runRound(pause);
            await(pause);
        }
    }

    /** One round; gives how long to wait before the next. */
    private Duration runRound(Duration lastPause) {
        try {
            int delivered = QuarkusTransaction.requiringNew()
                    .timeout(ROUND_TIMEOUT_SECONDS)
                    .call(() ->
                            delivery.deliver(table.takeDue(settings.aggregatesPerRound(), settings.eventsPerRound())));
            return delivered > 0 ? Duration.ZERO : settings.pollInterval();
        } catch (RuntimeException unavailable) {
            Duration pause = BackOff.after(lastPause, settings.pollInterval(), settings.maxBackOff());
            LOG.warnf("Outbox waits %d ms: %s", pause.toMillis(), rootMessage(unavailable));
            return pause;
        }
    }

    private void await(Duration pause) {
        if (pause.isZero()) {
            return;
        }
        try {
            if (news.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                news.drainPermits();
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
