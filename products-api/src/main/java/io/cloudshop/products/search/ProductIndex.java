package io.cloudshop.products.search;

import io.cloudshop.outbox.Outbox;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Whether the index in the search engine can be used. It is looked at again and again, and made anew where it is lost,
 * while the database answers: the service starts and answers while the engine is away.
 */
@ApplicationScoped
class ProductIndex {

    private static final Logger LOG = Logger.getLogger(ProductIndex.class);

    private final IndexInspection inspection;
    private final Rebuilds rebuilds;
    private final Outbox outbox;

    private volatile boolean ready;
    private volatile CountDownLatch back = new CountDownLatch(1);
    private volatile String complaint = "";
    private volatile boolean stopped;
    private boolean wasReady;

    ProductIndex(IndexInspection inspection, Rebuilds rebuilds, Outbox outbox) {
        this.inspection = inspection;
        this.rebuilds = rebuilds;
        this.outbox = outbox;
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Whether the index can be searched and written to. */
    boolean isReady() {
        return ready;
    }

    /** Whether it can be used within this time: what is brought to it need not turn back while it is being made. */
    boolean isReadyWithin(Duration patience) {
        try {
            return ready || back.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Something was not found that should be there: nobody uses the index until it was looked at. */
    synchronized void doubt() {
        if (ready) {
            ready = false;
            back = new CountDownLatch(1);
        }
    }

    /** Looks now; where that fails, the next time is soon. */
    @Scheduled(
            identity = "search-index",
            every = "${cloudshop.search.check-interval:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    synchronized void check() {
        if (stopped) {
            return;
        }
        try {
            IndexState state = inspection.inspect();
            if (state == IndexState.GOOD) {
                use();
            } else {
                restore(state);
            }
        } catch (RuntimeException e) {
            // An engine that is away says nothing of its index: until it is back, the circuit keeps searches from it.
            complainOnce("nobody can look at it: " + e.getMessage());
        }
    }

    private void use() {
        complaint = "";
        if (!ready) {
            ready = true;
            wasReady = true;
            back.countDown();
            LOG.info("The search index is ready");
            outbox.wake();
        }
    }

    private void restore(IndexState state) {
        doubt();
        if (state == IndexState.MISSING && !wasReady) {
            LOG.debug("There is no search index yet");
        } else {
            complainOnce(state.description());
        }
        // During a roll-out the new version has made its index, and the old one will be gone soon.
        if (state != IndexState.OF_ANOTHER_VERSION || !wasReady) {
            rebuilds.beginAgain(state.description());
        }
    }

    private void complainOnce(String reason) {
        if (!reason.equals(complaint)) {
            LOG.warnf("The search index cannot be used, the database answers searches: %s", reason);
            complaint = reason;
        }
    }
}
