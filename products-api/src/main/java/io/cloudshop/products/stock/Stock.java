package io.cloudshop.products.stock;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.products.change.ProductsChanged;
import io.cloudshop.products.problem.ProductsProblems;
import io.cloudshop.products.stock.StockMovement.Kind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Moves units between shelf, holds and sales, and keeps the ledger of what left or reached the shelf. Nothing here can
 * make {@code available} negative: the statements are conditional, and the table has a CHECK. Every method but the
 * readers works inside the caller's transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Stock {

    /** The most units one product can have for sale. */
    public static final long MOST = 1_000_000;

    private final StockRepository rows;
    private final StockLedger ledger;
    private final Event<ProductsChanged> changes;

    Stock(StockRepository rows, StockLedger ledger, Event<ProductsChanged> changes) {
        this.rows = rows;
        this.ledger = ledger;
        this.changes = changes;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    StockLevels requireLevels(UUID productId) {
        return rows.findLevels(productId).orElseThrow(() -> CommonProblems.notFound("This product"));
    }

    /** Books the units that a new product starts with. */
    public void supplyInitially(UUID productId, long units, String actor) {
        if (units > 0) {
            supply(productId, units);
            ledger.book(productId, Kind.INITIAL, units, "product added", actor, null);
        }
    }

    /** Books units in or, with a negative delta, out; refused when fewer are for sale than shall go. */
    public void adjust(UUID productId, long delta, String reason, String actor) {
        supply(productId, delta);
        ledger.book(productId, Kind.ADJUSTMENT, delta, reason, actor, null);
    }

    /** Books what products that were just added, many at once, already have on the shelf. */
    public void bookInitially(SortedMap<UUID, Long> units, String actor) {
        ledger.book(units, Kind.INITIAL, "product added", actor);
    }

    /** Books units in or, where negative, out of locked products that are known to have them. */
    public void adjustLocked(SortedMap<UUID, Long> deltas, String reason, String actor) {
        requireAll(rows.supply(deltas, MOST), deltas, "adjusted");
        ledger.book(deltas, Kind.ADJUSTMENT, reason, actor);
    }

    /** Locks the products' rows in order and gives those that are on the catalogue. */
    public List<StockItem> lock(Collection<UUID> productIds) {
        return rows.lockLive(productIds);
    }

    /** Promises units of locked products to an order. */
    public void hold(SortedMap<UUID, Integer> quantities) {
        requireAll(rows.hold(quantities), quantities, "held");
    }

    /** Gives held units back to everyone. */
    public void release(SortedMap<UUID, Integer> quantities) {
        requireAll(rows.release(quantities), quantities, "released");
    }

    /** Turns held units into sold ones. */
    public void sell(UUID orderId, SortedMap<UUID, Integer> quantities, String actor) {
        requireAll(rows.sell(quantities), quantities, "sold");
        quantities.forEach((id, quantity) -> ledger.book(id, Kind.SALE, -quantity, "order confirmed", actor, orderId));
    }

    /** Puts sold units back on the shelf. */
    public void takeBack(UUID orderId, SortedMap<UUID, Integer> quantities, String actor) {
        requireAll(rows.takeBack(quantities), quantities, "taken back");
        quantities.forEach((id, quantity) -> ledger.book(id, Kind.RETURN, quantity, "order cancelled", actor, orderId));
    }

    /** What the caller answers who asked for more than there is. */
    public static DomainException insufficient(List<Shortage> shortages) {
        return new DomainException(
                        ProductsProblems.INSUFFICIENT_STOCK, "Some products have fewer units left than were asked for.")
                .with("shortages", shortages);
    }

    private void supply(UUID productId, long delta) {
        if (rows.supply(productId, delta, MOST) == 1) {
            changes.fire(ProductsChanged.stocked(Set.of(productId)));
            return;
        }
        long available = requireLevels(productId).available();
        if (available + delta < 0) {
            throw insufficient(List.of(new Shortage(productId, -delta, available)));
        }
        throw new DomainException(CommonProblems.INVALID, "A product can have at most " + MOST + " units for sale.")
                .with("violations", List.of(Map.of("field", "delta", "message", "would make more than " + MOST)));
    }

    /** Less cannot happen as long as reservations alone move held and sold units, and rows are locked before they are changed. */
    private void requireAll(int moved, SortedMap<UUID, ? extends Number> quantities, String verb) {
        if (moved != quantities.size()) {
            throw new IllegalStateException(
                    "Only " + moved + " of " + quantities.size() + " lines could be " + verb + ": " + quantities);
        }
        changes.fire(ProductsChanged.stocked(quantities.keySet()));
    }
}
