package io.cloudshop.orders.reconciliation;

import io.cloudshop.database.ScalarQuery;
import io.cloudshop.defaults.money.Money;
import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.orders.order.SagaStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Our own side of the books: plain rows, a page with all its lines in one statement, because hundreds of thousands of rows
 * are no entities. What is asked for is bounded, by a page or a limit.
 */
@ApplicationScoped
@Transactional
class OrderLedger {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String ENTRY = """
            SELECT id, status, step, total, currency, deadline, updated_at,
                   ARRAY(SELECT product_id FROM order_line WHERE order_id = id ORDER BY position) AS products,
                   ARRAY(SELECT quantity FROM order_line WHERE order_id = id ORDER BY position) AS quantities
              FROM orders""";

    private static final String COUNTS = "SELECT status, count(*) FROM orders GROUP BY status";

    private final EntityManager database;

    OrderLedger(EntityManager database) {
        this.database = database;
    }

    /** Orders above {@code after} (null for the first ones) by id, at most {@code size}. */
    List<OrderEntry> ordersAfter(UUID after, int size) {
        return entries(rows(ENTRY + " WHERE id > :after ORDER BY id LIMIT :size")
                .setParameter("after", after == null ? FIRST : after)
                .setParameter("size", size));
    }

    /** Those of the orders that exist. */
    List<OrderEntry> ordersAmong(Collection<UUID> ids) {
        return entries(rows(ENTRY + " WHERE id = ANY (:ids)").setParameter("ids", ids.toArray(UUID[]::new)));
    }

    /** At most so many orders that moved since then. */
    List<UUID> changedSince(Instant since, int most) {
        return ids("SELECT id FROM orders WHERE updated_at >= :since LIMIT :most", since, most);
    }

    /** At most so many orders with something left to do that have not moved since then. */
    List<UUID> unfinishedSince(Instant since, int most) {
        return ids("SELECT id FROM orders WHERE step <> 'DONE' AND updated_at < :since LIMIT :most", since, most);
    }

    Map<OrderStatus, Long> counts() {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            counts.put(status, 0L);
        }
        tuples(rows(COUNTS))
                .forEach(row -> counts.put(OrderStatus.valueOf(row.get(0, String.class)), row.get(1, Long.class)));
        return counts;
    }

    private List<UUID> ids(String sql, Instant since, int most) {
        return ScalarQuery.of(database, sql, UUID.class)
                .setParameter("since", since)
                .setParameter("most", most)
                .getResultList();
    }

    private Query rows(String sql) {
        return database.createNativeQuery(sql, Tuple.class);
    }

    private static List<Tuple> tuples(Query rows) {
        return ((List<?>) rows.getResultList()).stream().map(Tuple.class::cast).toList();
    }

    private static List<OrderEntry> entries(Query rows) {
        return tuples(rows).stream().map(OrderLedger::entry).toList();
    }

    private static OrderEntry entry(Tuple row) {
        return new OrderEntry(
                row.get(0, UUID.class),
                OrderStatus.valueOf(row.get(1, String.class)),
                SagaStep.valueOf(row.get(2, String.class)),
                total(row.get(3, BigDecimal.class), row.get(4, String.class)),
                row.get(5, Instant.class),
                row.get(6, Instant.class),
                quantities(row.get(7, UUID[].class), row.get(8, Integer[].class)));
    }

    private static Optional<Money> total(BigDecimal amount, String currency) {
        return Optional.ofNullable(amount).map(value -> new Money(value, currency));
    }

    private static Map<UUID, Integer> quantities(UUID[] products, Integer[] quantities) {
        Map<UUID, Integer> found = new HashMap<>();
        for (int i = 0; i < products.length; i++) {
            found.put(products[i], quantities[i]);
        }
        return found;
    }
}
