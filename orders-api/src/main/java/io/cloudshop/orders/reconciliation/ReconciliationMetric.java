package io.cloudshop.orders.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** {@code cloudshop_reconciliation_mismatches}, found anew every minute: anything but 0 wants a person. */
@Startup
@ApplicationScoped
class ReconciliationMetric {

    private static final Logger LOG = Logger.getLogger(ReconciliationMetric.class);

    private final Reconciliation reconciliation;
    private final AtomicInteger mismatches;

    ReconciliationMetric(Reconciliation reconciliation, MeterRegistry registry) {
        this.reconciliation = reconciliation;
        this.mismatches = registry.gauge("cloudshop.reconciliation.mismatches", new AtomicInteger());
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void compare() {
        try {
            ReconciliationReport report = reconciliation.report();
            mismatches.set(report.mismatches().size());
            report.mismatches().forEach(found -> LOG.errorf("Order %s: %s", found.orderId(), found.problem()));
        } catch (RuntimeException aPartyIsAway) {
            LOG.warnf("Reconciliation skipped: %s", aPartyIsAway.getMessage());
        }
    }
}
