package io.cloudshop.orders.order;

import io.cloudshop.database.Statements;
import io.cloudshop.defaults.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What becomes of an order after it was placed, written by one statement that asks whether anybody else has changed it
 * meanwhile: whoever has the order in hand need not read it again to change it. Thread-safe.
 */
@ApplicationScoped
class OrderRows {

    private static final String STORE = """
            UPDATE orders SET status = ?, rejection_reason = ?, currency = ?, total = ?, step = ?, attempts = ?,
                   next_attempt_at = ?, updated_at = ?, version = version + 1
             WHERE id = ? AND version = ?""";

    private static final String STORE_LINES = """
            UPDATE order_line line
               SET sku = stored.sku, name = stored.name, unit_price = stored.unit_price, cart_edit = stored.cart_edit
              FROM unnest(?, ?, ?, ?, ?) AS stored (product_id, sku, name, unit_price, cart_edit)
             WHERE line.order_id = ? AND line.product_id = stored.product_id""";

    private final Statements statements;

    OrderRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * Stores an order that was changed in hand; its version is then that of the row.
     *
     * @throws StaleOrderException when somebody else has changed the row since it was read; then nothing is stored
     */
    void store(Order order) {
        int stored = statements.update(
                STORE,
                order.status(),
                order.rejectionReason().map(RejectionReason::slug).orElse(null),
                order.total().map(Money::currency).orElse(null),
                order.total().map(Money::value).orElse(null),
                order.step(),
                order.attempts(),
                order.nextAttemptAt(),
                order.updatedAt(),
                order.id(),
                order.version());
        if (stored == 0) {
            throw new StaleOrderException();
        }
        order.stored();
    }

    /** The lines of an order that is stored in the same transaction: prices and claims, not what is ordered. */
    void storeLines(Order order) {
        List<OrderLine> lines = order.lines();
        statements.update(
                STORE_LINES,
                column(lines, OrderLine::productId, UUID[]::new),
                column(lines, OrderLine::sku, String[]::new),
                column(lines, OrderLine::name, String[]::new),
                column(lines, OrderLine::unitPrice, BigDecimal[]::new),
                column(lines, OrderLine::cartEdit, UUID[]::new),
                order.id());
    }

    private static <T> T[] column(List<OrderLine> lines, Function<OrderLine, T> column, IntFunction<T[]> array) {
        return lines.stream().map(column).toArray(array);
    }
}
