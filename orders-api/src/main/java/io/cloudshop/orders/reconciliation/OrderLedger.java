package io.cloudshop.orders.reconciliation;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.defaults.money.Money;
import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.orders.order.SagaStep;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Our own side of the books: plain rows, a page with all its lines in one statement. */
@ApplicationScoped
class OrderLedger {

    private static final UUID FIRST = new UUID(0, 0);

    private static final String ENTRY = """
            SELECT id, status, step, total, currency, deadline, updated_at,
                   ARRAY(SELECT product_id FROM order_line WHERE order_id = id ORDER BY position),
                   ARRAY(SELECT quantity FROM order_line WHERE order_id = id ORDER BY position)
              FROM orders""";

    private final Sql sql;

    OrderLedger(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Orders above {@code after} (null for the first ones) by id, at most {@code size}. */
    List<OrderEntry> ordersAfter(UUID after, int size) {
        return sql.rows(
                ENTRY + " WHERE id > ? ORDER BY id LIMIT ?", OrderLedger::entry, after == null ? FIRST : after, size);
    }

    /** Those of the orders that exist. */
    List<OrderEntry> ordersAmong(Collection<UUID> ids) {
        return sql.rows(ENTRY + " WHERE id = ANY (?)", OrderLedger::entry, ids);
    }

    /** At most so many orders that moved since then. */
    List<UUID> changedSince(Instant since, int most) {
        return sql.rows("SELECT id FROM orders WHERE updated_at >= ? LIMIT ?", OrderLedger::id, since, most);
    }

    /** At most so many orders with something left to do that have not moved since then. */
    List<UUID> unfinishedSince(Instant since, int most) {
        return sql.rows(
                "SELECT id FROM orders WHERE step <> 'DONE' AND updated_at < ? LIMIT ?", OrderLedger::id, since, most);
    }

    Map<OrderStatus, Long> counts() {
        Map<OrderStatus, Long> counts = new EnumMap<>(OrderStatus.class);
        for (OrderStatus status : OrderStatus.values()) {
            counts.put(status, 0L);
        }
        sql.rows(
                        "SELECT status, count(*) FROM orders GROUP BY status",
                        row -> Map.entry(OrderStatus.valueOf(row.getString(1)), row.getLong(2)))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }

    private static OrderEntry entry(ResultSet row) throws SQLException {
        return new OrderEntry(
                id(row),
                OrderStatus.valueOf(row.getString(2)),
                SagaStep.valueOf(row.getString(3)),
                total(row.getBigDecimal(4), row.getString(5)),
                instant(row.getTimestamp(6)),
                instant(row.getTimestamp(7)),
                quantities(row.getArray(8), row.getArray(9)));
    }

    private static Optional<Money> total(BigDecimal amount, String currency) {
        return Optional.ofNullable(amount).map(value -> new Money(value, currency));
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }

    private static Map<UUID, Integer> quantities(Array products, Array quantities) throws SQLException {
        UUID[] ids = (UUID[]) products.getArray();
        Integer[] numbers = (Integer[]) quantities.getArray();
        Map<UUID, Integer> found = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            found.put(ids[i], numbers[i]);
        }
        return found;
    }
}
