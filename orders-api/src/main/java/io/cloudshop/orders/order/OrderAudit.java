package io.cloudshop.orders.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;

/** Who moved an order from where to where, when; written in the transaction that moves it. */
@ApplicationScoped
public class OrderAudit {

    /** The actor where no person is: the saga. */
    public static final String SYSTEM = "system";

    private final EntityManager database;
    private final Clock clock;

    OrderAudit(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void record(Order order, OrderStatus from, String actor) {
        database.flush();
        database.createNativeQuery(
                        "INSERT INTO order_audit (order_id, at, actor, from_status, to_status, reason) VALUES (?, ?, ?, ?, ?, ?)")
                .setParameter(1, order.id())
                .setParameter(2, clock.instant())
                .setParameter(3, actor)
                .setParameter(4, from == null ? null : from.name())
                .setParameter(5, order.status().name())
                .setParameter(
                        6, order.rejectionReason().map(RejectionReason::slug).orElse(null))
                .executeUpdate();
    }

    /** Every status that the order reached, in order. */
    public OrderHistory historyOf(Order order) {
        List<?> rows = database.createNativeQuery(
                        "SELECT to_status, at FROM order_audit WHERE order_id = ? ORDER BY id", Tuple.class)
                .setParameter(1, order.id())
                .getResultList();
        return new OrderHistory(
                rows.stream().map(Tuple.class::cast).map(OrderHistory.Step::of).toList());
    }
}
