package io.cloudshop.outbox;

import io.cloudshop.defaults.BackOff;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Moves events from the table to the publisher: in order an aggregate, at least once. Any number of replicas may run
 * it; {@code SKIP LOCKED} on an aggregate's oldest event keeps them out of each other's way.
 *
 * <p>Its transaction is begun in code, since the time that it may take is a sum of settings, and an annotation takes a
 * constant or the name of one setting.
 */
@ApplicationScoped
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final Duration BOOK_KEEPING = Duration.ofSeconds(15);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final OutboxTable table;
    private final OutboxDelivery delivery;
    private final OutboxSettings settings;
    private final Semaphore news = new Semaphore(0);

    private volatile boolean running;
    private Thread thread;
    private int eventsAtOnce;

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
        eventsAtOnce = settings.eventsPerRound();
        thread = Thread.ofVirtual().name("outbox-relay").start(this::run);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        thread.join(STOP_WITHIN);
    }

    private void run() {
        Pause pause = Pause.NONE;
        while (running) {
            pause = runRound(pause);
            pause.await(news, () -> running);
        }
    }

    private Pause runRound(Pause last) {
        try {
            DeliveryPass pass = QuarkusTransaction.requiringNew()
                    .timeout((int) longestTransaction().toSeconds())
                    .call(this::deliverDue);
            if (pass == null) {
                return Pause.untilNews(settings.pollInterval());
            }
            adaptTo(pass);
            return pass.outage().map(reason -> backOff(last, reason)).orElse(Pause.NONE);
        } catch (Throwable databaseIsAway) {
            // An Error too: the thread must not end as long as the process lives.
            return backOff(last, databaseIsAway);
        }
    }

    /** Null where nothing is due. */
    private DeliveryPass deliverDue() {
        List<OutboxEvent> due = table.takeDue(settings.aggregatesPerRound(), eventsAtOnce);
        if (due.isEmpty()) {
            return null;
        }
        long end = System.nanoTime() + settings.roundTime().toNanos();
        return delivery.deliver(due, () -> running && System.nanoTime() - end < 0);
    }

    /** Time that was up over many events suffices for fewer: the one event that takes it all is found in the end. */
    private void adaptTo(DeliveryPass pass) {
        eventsAtOnce =
                pass.isCutShort() ? Math.max(1, pass.settled()) : Math.min(settings.eventsPerRound(), eventsAtOnce * 2);
    }

    private Pause backOff(Pause last, Throwable reason) {
        Pause pause = last.longer(new BackOff(settings.pollInterval(), settings.maxBackOff()));
        LOG.warnf("Outbox waits %d ms: %s", pause.length().toMillis(), rootMessage(reason));
        return pause;
    }

    private Duration longestTransaction() {
        // Two calls can begin in the last moment, see DeliveryPass.run.
        return settings.roundTime()
                .plus(settings.publishTimeout().multipliedBy(2))
                .plus(BOOK_KEEPING);
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
