package io.cloudshop.orders.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Has the books compared every minute; {@code cloudshop_reconciliation_mismatches}: anything but 0 wants a person. */
@Startup
@ApplicationScoped
class ReconciliationJob {

    private static final Logger LOG = Logger.getLogger(ReconciliationJob.class);

    private final RecentChanges changes;
    private final Findings findings;
    private final AtomicInteger mismatches;

    ReconciliationJob(RecentChanges changes, Findings findings, MeterRegistry registry) {
        this.changes = changes;
        this.findings = findings;
        this.mismatches = registry.gauge("cloudshop.reconciliation.mismatches", new AtomicInteger());
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        try {
            changes.compare();
        } catch (RuntimeException aPartyIsAway) {
            LOG.warnf("Reconciliation goes on later: %s", aPartyIsAway.getMessage());
        }
        try {
            mismatches.set(findings.count());
        } catch (RuntimeException databaseIsAway) {
            LOG.debug("The number of mismatches cannot be read; the gauge keeps its last value", databaseIsAway);
        }
    }
}
