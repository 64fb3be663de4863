package io.cloudshop.products.stock;

import io.cloudshop.defaults.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;

/** The stock columns of products. Every change is one conditional statement that says how many rows it found fit. */
@ApplicationScoped
class StockRepository {

    /** Rows are locked in the order of their ids by everyone, so nobody waits in a circle. */
    private static final String LOCK = """
            SELECT id, sku, name, price, currency, available FROM product
             WHERE id = ANY (:ids) AND (deleted_at IS NULL OR NOT :onlyLive)
             ORDER BY id FOR NO KEY UPDATE""";

    private static final String MOVE = """
            UPDATE product p SET %s
              FROM unnest(:ids, :quantities) AS line (id, quantity)
             WHERE p.id = line.id AND %s""";

    private static final String HOLD =
            String.format(Locale.ROOT, MOVE, "held = held + quantity", "available >= quantity");
    private static final String RELEASE =
            String.format(Locale.ROOT, MOVE, "held = held - quantity", "held >= quantity");
    private static final String SELL =
            String.format(Locale.ROOT, MOVE, "held = held - quantity, sold = sold + quantity", "held >= quantity");
    private static final String TAKE_BACK =
            String.format(Locale.ROOT, MOVE, "sold = sold - quantity", "sold >= quantity");

    private static final String SUPPLY = """
            UPDATE product SET supplied = supplied + :delta
             WHERE id = :id AND deleted_at IS NULL AND available + :delta BETWEEN 0 AND :most""";

    private static final String SUPPLY_MANY = """
            UPDATE product p SET supplied = supplied + delta
              FROM unnest(:ids, :deltas) AS line (id, delta)
             WHERE p.id = line.id AND available + delta BETWEEN 0 AND :most""";
    private static final String LEVELS = """
            SELECT available + held, held, available, sold FROM product WHERE id = :id AND deleted_at IS NULL""";

    private final EntityManager entities;

    StockRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Locks those of the products that are on the catalogue. */
    List<StockItem> lockLive(Collection<UUID> ids) {
        return lock(ids, true).stream().map(StockRepository::item).toList();
    }

    int hold(SortedMap<UUID, Integer> quantities) {
        return move(HOLD, quantities);
    }

    int release(SortedMap<UUID, Integer> quantities) {
        return lockAndMove(RELEASE, quantities);
    }

    int sell(SortedMap<UUID, Integer> quantities) {
        return lockAndMove(SELL, quantities);
    }

    int takeBack(SortedMap<UUID, Integer> quantities) {
        return lockAndMove(TAKE_BACK, quantities);
    }

    int supply(UUID id, long delta, long most) {
        return entities.createNativeQuery(SUPPLY)
                .setParameter("id", id)
                .setParameter("delta", delta)
                .setParameter("most", most)
                .executeUpdate();
    }

    int supply(SortedMap<UUID, Long> deltas, long most) {
        return entities.createNativeQuery(SUPPLY_MANY)
                .setParameter("ids", deltas.keySet().toArray(UUID[]::new))
                .setParameter("deltas", deltas.values().toArray(Long[]::new))
                .setParameter("most", most)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    Optional<StockLevels> findLevels(UUID id) {
        List<Tuple> rows = entities.createNativeQuery(LEVELS, Tuple.class)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(row -> new StockLevels(id, number(row, 0), number(row, 1), number(row, 2), number(row, 3)))
                .findFirst();
    }

    /** An UPDATE that joins takes its rows in whatever order the plan finds them, so more than one is locked first. */
    private int lockAndMove(String sql, SortedMap<UUID, Integer> quantities) {
        if (quantities.size() > 1) {
            lock(quantities.keySet(), false);
        }
        return move(sql, quantities);
    }

    @SuppressWarnings("unchecked")
    private List<Tuple> lock(Collection<UUID> ids, boolean onlyLive) {
        return entities.createNativeQuery(LOCK, Tuple.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .setParameter("onlyLive", onlyLive)
                .getResultList();
    }

    private int move(String sql, SortedMap<UUID, Integer> quantities) {
        return entities.createNativeQuery(sql)
                .setParameter("ids", quantities.keySet().toArray(UUID[]::new))
                .setParameter("quantities", quantities.values().toArray(Integer[]::new))
                .executeUpdate();
    }

    private static StockItem item(Tuple row) {
        return new StockItem(
                row.get(0, UUID.class),
                row.get(1, String.class),
                row.get(2, String.class),
                new Money(row.get(3, BigDecimal.class), row.get(4, String.class)),
                number(row, 5));
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Long.class);
    }
}
