package io.cloudshop.orders.reconciliation;

import io.cloudshop.orders.payment.PaymentProvider;
import io.cloudshop.outbox.Outbox;
import io.cloudshop.outbox.OutboxLag;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The state of all orders, and a comparison of all books, in answers of bounded length that go on from each other. */
@ApplicationScoped
public class Reconciliation {

    private final OrderLedger ledger;
    private final Comparison comparison;
    private final Findings findings;
    private final PaymentProvider payments;
    private final Outbox outbox;
    private final ReconciliationSettings settings;
    private final Clock clock;

    Reconciliation(
            OrderLedger ledger,
            Comparison comparison,
            Findings findings,
            PaymentProvider payments,
            Outbox outbox,
            ReconciliationSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.comparison = comparison;
        this.findings = findings;
        this.payments = payments;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** Compares from {@code after} on (null: from the beginning) until everything was read or time is up. */
    public ReconciliationReport report(UUID after) {
        Instant end = clock.instant().plus(settings.longestAnswer());
        Sweep sweep =
                comparison.sweep(after, seen -> seen == 0 || clock.instant().isBefore(end));
        findings.add(sweep.mismatches());
        return new ReconciliationReport(
                ledger.counts(),
                ReconciliationReport.Payments.of(payments.counts()),
                outboxNow(),
                sweep.mismatches(),
                sweep.complete(),
                sweep.complete() ? null : sweep.reached());
    }

    private ReconciliationReport.OutboxState outboxNow() {
        OutboxLag lag = outbox.lag();
        return new ReconciliationReport.OutboxState(lag.pending(), lag.dead(), lag.oldestSeconds());
    }
}
