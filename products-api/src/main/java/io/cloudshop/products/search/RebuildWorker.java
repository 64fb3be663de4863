package io.cloudshop.products.search;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Takes up the rebuild that waits for a worker, ends those whose worker is gone, and removes what they left behind. */
@ApplicationScoped
class RebuildWorker {

    private static final Logger LOG = Logger.getLogger(RebuildWorker.class);

    private final Rebuilds rebuilds;
    private final IndexRebuild rebuild;
    private final Leftovers leftovers;
    private final ProductIndex index;
    private final Duration timeLimit;

    private volatile boolean stopping;

    RebuildWorker(
            Rebuilds rebuilds, IndexRebuild rebuild, Leftovers leftovers, ProductIndex index, SearchSettings settings) {
        this.rebuilds = rebuilds;
        this.rebuild = rebuild;
        this.leftovers = leftovers;
        this.index = index;
        this.timeLimit = settings.rebuild().timeLimit();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(
            identity = "search-rebuild",
            every = "${cloudshop.search.rebuild.interval:1s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void workOff() {
        try {
            rebuilds.failAbandoned().forEach(this::clearUp);
            rebuilds.claim().ifPresent(this::run);
            leftovers.removeDue();
        } catch (RuntimeException away) {
            LOG.debug("Database or engine cannot be asked; the next look is soon", away);
        }
    }

    private void run(UUID id) {
        try {
            leftovers.remove();
            leftovers.removeLater(rebuild.run(id, sign(id)));
            rebuilds.complete(id);
            index.check();
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "The search index could not be made, rebuild %s", id);
            rebuilds.fail(id, rootMessage(failure));
            clearUp(id);
        }
    }

    private Consumer<Progress> sign(UUID id) {
        long end = System.nanoTime() + timeLimit.toNanos();
        return progress -> {
            if (stopping) {
                throw new IllegalStateException("The service was stopped");
            }
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("It took longer than " + timeLimit);
            }
            rebuilds.renew(id, progress);
        };
    }

    private void clearUp(UUID id) {
        LOG.infof("Rebuild %s has failed, what it made is removed", id);
        try {
            leftovers.remove();
        } catch (RuntimeException engineIsAway) {
            LOG.infof("It is removed later: %s", engineIsAway.getMessage());
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
