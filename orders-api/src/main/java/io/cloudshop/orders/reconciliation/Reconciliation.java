package io.cloudshop.orders.reconciliation;

import io.cloudshop.defaults.outbox.Outbox;
import io.cloudshop.defaults.outbox.OutboxLag;
import io.cloudshop.orders.catalogue.Catalogue;
import io.cloudshop.orders.catalogue.StockClaim;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.payment.Payment;
import io.cloudshop.orders.payment.PaymentProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Compares every order with its reservation and its payment. The three books are read side by side in the order of ids,
 * a page at a time, so that memory stays flat; what disagrees is looked at once more by itself, because books that are
 * read while people shop are never of one moment.
 */
@ApplicationScoped
public class Reconciliation {

    private static final int MOST_REPORTED = 1_000;

    private final OrderLedger ledger;
    private final Catalogue catalogue;
    private final PaymentProvider payments;
    private final Outbox outbox;
    private final Clock clock;

    Reconciliation(OrderLedger ledger, Catalogue catalogue, PaymentProvider payments, Outbox outbox, Clock clock) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.payments = payments;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Reads everything; some milliseconds a hundred orders. */
    public ReconciliationReport report() {
        var orders = new SortedByOrder<>(ledger::ordersAfter, Order::id);
        var claims = new SortedByOrder<>(catalogue::claimsAfter, StockClaim::orderId);
        var paid = new SortedByOrder<>(payments::paymentsAfter, Payment::orderId);
        Map<Payment.State, Long> paymentCounts = new EnumMap<>(Payment.State.class);
        List<Mismatch> mismatches = new ArrayList<>();

        Optional<String> next = smallest(orders, claims, paid);
        while (next.isPresent()) {
            String id = next.get();
            Books books = new Books(orders.take(id), claims.take(id), paid.take(id));
            books.payment().ifPresent(payment -> paymentCounts.merge(payment.state(), 1L, Long::sum));
            if (books.problem(clock.instant()).isPresent() && mismatches.size() < MOST_REPORTED) {
                lookAgain(UUID.fromString(id)).ifPresent(mismatches::add);
            }
            next = smallest(orders, claims, paid);
        }
        return new ReconciliationReport(
                ledger.counts(), ReconciliationReport.Payments.of(paymentCounts), outboxNow(), mismatches);
    }

    private Optional<Mismatch> lookAgain(UUID id) {
        Books books = new Books(ledger.order(id), catalogue.claimOf(id), payments.paymentOf(id));
        return books.problem(clock.instant()).map(problem -> new Mismatch(id, problem));
    }

    private ReconciliationReport.OutboxState outboxNow() {
        OutboxLag lag = outbox.lag();
        return new ReconciliationReport.OutboxState(lag.pending(), lag.dead(), lag.oldestSeconds());
    }

    private static Optional<String> smallest(SortedByOrder<?>... books) {
        return Stream.of(books)
                .map(SortedByOrder::nextId)
                .flatMap(Optional::stream)
                .min(String::compareTo);
    }
}
