package io.cloudshop.orders.order;

import io.cloudshop.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Who moved an order from where to where, when; written in the transaction that moves it. Thread-safe. */
@ApplicationScoped
public class OrderAudit {

    /** The actor where no person is: the saga. */
    public static final String SYSTEM = "system";

    private static final String RECORD =
            "INSERT INTO order_audit (order_id, at, actor, from_status, to_status, reason) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String HISTORY = "SELECT to_status, at FROM order_audit WHERE order_id = ? ORDER BY id";

    private final Statements statements;
    private final Clock clock;

    OrderAudit(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** @param from null for a new order, whose row is written already */
    void record(Order order, OrderStatus from, String actor) {
        String reason = order.rejectionReason().map(RejectionReason::slug).orElse(null);
        statements.update(RECORD, order.id(), clock.instant(), actor, from, order.status(), reason);
    }

    /** Every status that the order reached, in order. */
    public OrderHistory historyOf(Order order) {
        return new OrderHistory(statements.query(HISTORY, OrderHistory.Step::of, order.id()));
    }
}
