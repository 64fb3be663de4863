package io.cloudshop.products.search;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * Whether the index in the search engine can be used. It is made, or checked, in the background until it can: the service
 * starts and answers while the engine is away.
 */
@ApplicationScoped
class ProductIndex {

    private static final Logger LOG = Logger.getLogger(ProductIndex.class);

    private final IndexPreparation preparation;

    private volatile boolean ready;
    private volatile String complaint = "";

    ProductIndex(IndexPreparation preparation) {
        this.preparation = preparation;
    }

    /** Whether the index can be searched and written to. */
    boolean isReady() {
        return ready;
    }

    @Scheduled(
            identity = "search-index",
            every = "${cloudshop.search.preparation-interval:2s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void prepareUntilReady() {
        if (!ready) {
            prepare();
        }
    }

    /** Makes or checks the index now; where that fails, the next time is soon. */
    void prepare() {
        try {
            preparation.run();
            ready = true;
            LOG.info("The search index is ready");
        } catch (RuntimeException e) {
            complainOnce(String.valueOf(e.getMessage()));
        }
    }

    private void complainOnce(String reason) {
        if (!reason.equals(complaint)) {
            LOG.warnf("The search index cannot be used yet, the database answers searches: %s", reason);
            complaint = reason;
        }
    }
}
