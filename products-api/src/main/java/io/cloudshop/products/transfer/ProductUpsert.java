package io.cloudshop.products.transfer;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.catalogue.ProductInput;
import io.cloudshop.products.change.ProductsChanged;
import io.cloudshop.products.stock.Stock;
import io.cloudshop.products.stock.StockItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Adds the products whose sku is new and edits the others, within the caller's transaction. A product that is as it should be
 * is neither locked nor written: its version stays, and nobody is told of it.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class ProductUpsert {

    private static final int PASSES = 3;

    private final ProductRows rows;
    private final TranslationRows translations;
    private final Stock stock;
    private final Event<ProductsChanged> changes;
    private final Clock clock;

    ProductUpsert(
            ProductRows rows, TranslationRows translations, Stock stock, Event<ProductsChanged> changes, Clock clock) {
        this.rows = rows;
        this.translations = translations;
        this.stock = stock;
        this.changes = changes;
        this.clock = clock;
    }

    /** @param lines no two with the same sku */
    Upserted write(Collection<ProductLine> lines, String actor) {
        Map<String, ProductInput> left = new HashMap<>();
        lines.forEach(line -> left.put(line.sku(), line.product()));
        Upserted all = new Upserted();
        // What others add, rename or delete between our statements is there, or gone, when we look again.
        for (int pass = 0; pass < PASSES && !left.isEmpty(); pass++) {
            pass(left, all, actor);
        }
        all.contended().addAll(left.keySet());
        translate(lines, all);
        return all;
    }

    private void translate(Collection<ProductLine> lines, Upserted all) {
        Set<String> translated = translations.write(
                lines.stream().filter(line -> all.contains(line.sku())).toList());
        all.unchanged().removeAll(translated);
        translated.stream().filter(sku -> !all.added().contains(sku)).forEach(all.edited()::add);
    }

    /** Takes out of {@code left} what is done. */
    private void pass(Map<String, ProductInput> left, Upserted all, String actor) {
        Map<String, ProductInput> unknown = new HashMap<>(left);
        Map<String, StoredProduct> stored = new HashMap<>();
        for (StoredProduct product : rows.find(left.values())) {
            ProductInput line = unknown.remove(product.sku());
            if (isAsItShouldBe(product, line)) {
                all.unchanged().add(product.sku());
            } else {
                stored.put(product.sku(), product);
            }
        }
        all.edited().addAll(edit(stored, left, actor));
        all.added().addAll(add(unknown.values(), actor));
        left.keySet().removeIf(all::contains);
    }

    private static boolean isAsItShouldBe(StoredProduct product, ProductInput line) {
        return !product.isEdited() && (line.stock() == null || line.stock() == product.available());
    }

    /** Those that are still there, under the same sku, once they are locked. */
    private Set<String> edit(Map<String, StoredProduct> stored, Map<String, ProductInput> lines, String actor) {
        if (stored.isEmpty()) {
            return Set.of();
        }
        Map<String, StockItem> locked = stock
                .lock(stored.values().stream().map(StoredProduct::id).toList())
                .stream()
                .filter(item -> stored.containsKey(item.sku()))
                .collect(Collectors.toMap(StockItem::sku, Function.identity()));
        Map<UUID, ProductInput> edits = new LinkedHashMap<>();
        SortedMap<UUID, Long> deltas = new TreeMap<>();
        locked.forEach((sku, item) -> {
            ProductInput line = lines.get(sku);
            if (stored.get(sku).isEdited()) {
                edits.put(item.productId(), line);
            }
            if (line.stock() != null && line.stock() != item.available()) {
                deltas.put(item.productId(), line.stock() - item.available());
            }
        });
        if (!edits.isEmpty()) {
            rows.update(edits, now());
            changes.fire(ProductsChanged.listed(edits.keySet()));
        }
        if (!deltas.isEmpty()) {
            stock.adjustLocked(deltas, "import", actor);
        }
        return locked.keySet();
    }

    private Set<String> add(Collection<ProductInput> lines, String actor) {
        if (lines.isEmpty()) {
            return Set.of();
        }
        Map<UUID, ProductInput> products = new LinkedHashMap<>();
        lines.forEach(line -> products.put(Ids.next(), line));
        Set<UUID> added = rows.insert(products, now());
        // Nobody has seen them by their ids before.
        changes.fire(ProductsChanged.listed(Set.of()));
        SortedMap<UUID, Long> units = new TreeMap<>();
        added.stream()
                .filter(id -> ProductRows.units(products.get(id)) > 0)
                .forEach(id -> units.put(id, products.get(id).stock()));
        stock.bookInitially(units, actor);
        return added.stream().map(id -> products.get(id).sku()).collect(Collectors.toSet());
    }

    /** As precise as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
