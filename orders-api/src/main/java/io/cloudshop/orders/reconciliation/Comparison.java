package io.cloudshop.orders.reconciliation;

import io.cloudshop.orders.catalogue.Catalogue;
import io.cloudshop.orders.catalogue.StockClaim;
import io.cloudshop.orders.payment.Payment;
import io.cloudshop.orders.payment.PaymentProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares orders with their reservations and their payments, page by page, so that memory stays flat. What disagrees is
 * looked at once more by itself, because books that are read while people shop are never of one moment.
 */
@ApplicationScoped
class Comparison {

    /** So many mismatches end a sweep: what follows is the next one's. */
    private static final int MOST_REPORTED = 1_000;

    private final OrderLedger ledger;
    private final Catalogue catalogue;
    private final PaymentProvider payments;
    private final Clock clock;

    Comparison(OrderLedger ledger, Catalogue catalogue, PaymentProvider payments, Clock clock) {
        this.ledger = ledger;
        this.catalogue = catalogue;
        this.payments = payments;
        this.clock = clock;
    }

    /** Reads the three books side by side from {@code after} on (null: from the beginning) as long as it may. */
    Sweep sweep(UUID after, IntPredicate goesOnAfterSoMany) {
        var orders = new SortedByOrder<>(after, ledger::ordersAfter, OrderEntry::id);
        var claims = new SortedByOrder<>(after, catalogue::claimsAfter, StockClaim::orderId);
        var paid = new SortedByOrder<>(after, payments::paymentsAfter, Payment::orderId);
        List<Mismatch> mismatches = new ArrayList<>();
        UUID reached = after;
        int seen = 0;
        Optional<String> next = smallest(orders, claims, paid);
        while (next.isPresent() && mismatches.size() < MOST_REPORTED && goesOnAfterSoMany.test(seen)) {
            String id = next.get();
            reached = UUID.fromString(id);
            seen++;
            ThreeWayMatch match = new ThreeWayMatch(orders.take(id), claims.take(id), paid.take(id));
            if (match.problem(clock.instant()).isPresent()) {
                lookAgain(reached).ifPresent(mismatches::add);
            }
            next = smallest(orders, claims, paid);
        }
        return new Sweep(mismatches, seen, reached, next.isEmpty());
    }

    /** Looks at these orders only. Claims that are known already need not be asked for. */
    List<Mismatch> among(Collection<UUID> ids, Map<UUID, StockClaim> known) {
        Map<UUID, OrderEntry> orders = byId(ledger.ordersAmong(ids), OrderEntry::id);
        Map<UUID, Payment> paid = byId(payments.paymentsOf(ids), Payment::orderId);
        Map<UUID, StockClaim> claims = byId(
                catalogue.claimsOf(
                        ids.stream().filter(id -> !known.containsKey(id)).toList()),
                StockClaim::orderId);
        claims.putAll(known);
        return ids.stream()
                .filter(id -> new ThreeWayMatch(found(orders, id), found(claims, id), found(paid, id))
                        .problem(clock.instant())
                        .isPresent())
                .flatMap(id -> lookAgain(id).stream())
                .toList();
    }

    private Optional<Mismatch> lookAgain(UUID id) {
        ThreeWayMatch match = new ThreeWayMatch(
                ledger.ordersAmong(List.of(id)).stream().findFirst(), catalogue.claimOf(id), payments.paymentOf(id));
        return match.problem(clock.instant()).map(problem -> new Mismatch(id, problem));
    }

    private static <T> Optional<T> found(Map<UUID, T> book, UUID id) {
        return Optional.ofNullable(book.get(id));
    }

    private static <T> Map<UUID, T> byId(List<T> entries, Function<T, UUID> id) {
        return entries.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static Optional<String> smallest(SortedByOrder<?>... books) {
        return Stream.of(books)
                .map(SortedByOrder::nextId)
                .flatMap(Optional::stream)
                .min(String::compareTo);
    }
}
