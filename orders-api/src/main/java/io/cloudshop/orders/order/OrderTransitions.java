package io.cloudshop.orders.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Changes that more than an order's row tells of: its lines, the audit, what others hear. All of it is written or nothing is. */
@ApplicationScoped
@Transactional
class OrderTransitions {

    private final OrderRows rows;
    private final OrderAudit audit;
    private final Event<StatusChanged> announcements;

    OrderTransitions(OrderRows rows, OrderAudit audit, Event<StatusChanged> announcements) {
        this.rows = rows;
        this.audit = audit;
        this.announcements = announcements;
    }

    /**
     * Stores an order that was changed in hand.
     *
     * @param lines what it had before
     * @throws StaleOrderException when somebody else has changed it since it was read
     */
    void store(Order order, OrderStatus before, List<OrderLine> lines, Map<String, Object> details) {
        rows.store(order);
        if (!order.lines().equals(lines)) {
            rows.storeLines(order);
        }
        tell(order, before, OrderAudit.SYSTEM, details);
    }

    /** What follows from a change that is stored already, in the transaction that stores it. */
    void tell(Order order, OrderStatus before, String actor, Map<String, Object> details) {
        if (order.status() != before) {
            audit.record(order, before, actor);
            announcements.fire(new StatusChanged(order, before, actor, details));
        }
    }
}
