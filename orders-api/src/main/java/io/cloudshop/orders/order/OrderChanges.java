package io.cloudshop.orders.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.exception.ConstraintViolationException;

/** The one way to change an order: locked, audited, announced, and only if it is still what the caller saw. */
@ApplicationScoped
public class OrderChanges {

    private static final String LINE_ORDERED_ONCE = "order_line_ordered_once";

    private final OrderRepository orders;
    private final OrderRows rows;
    private final OrderAudit audit;
    private final OrderTransitions transitions;
    private final SagaSettings settings;
    private final Clock clock;

    OrderChanges(
            OrderRepository orders,
            OrderRows rows,
            OrderAudit audit,
            OrderTransitions transitions,
            SagaSettings settings,
            Clock clock) {
        this.orders = orders;
        this.rows = rows;
        this.audit = audit;
        this.transitions = transitions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Stores a new order; the caller owns it for one lease. Its lines from a cart are ordered with it, and by nobody else.
     *
     * @throws AlreadyOrderedException when one of them is
     */
    @Transactional
    public Order place(OrderDraft draft) {
        Instant now = now();
        Order order = Order.placed(draft, now, now.plus(settings.lease()), now.plus(settings.deadline()));
        persist(order);
        audit.record(order, null, draft.userId().toString());
        return order;
    }

    /**
     * Changes an order that nobody else has changed since {@code seen} was read, and renews the caller's lease. Where nothing but
     * the order's own row tells of the change, that is one statement and no transaction around it.
     *
     * @return {@code seen}, as it now is in the database
     * @throws StaleOrderException when somebody has; {@code seen} is of no use any more
     */
    public Order apply(Order seen, Map<String, Object> details, BiConsumer<Order, Instant> change) {
        OrderStatus before = seen.status();
        List<OrderLine> lines = seen.lines();
        Instant now = now();
        seen.lease(now.plus(settings.lease()));
        change.accept(seen, now);
        if (seen.status() == before && seen.lines().equals(lines)) {
            rows.store(seen);
        } else {
            transitions.store(seen, before, lines, details);
        }
        return seen;
    }

    /** Changes an order on behalf of a user, whatever it is now; the order itself knows whether it may. */
    @Transactional
    public Order applyFor(UUID actor, UUID orderId, BiConsumer<Order, Instant> change) {
        Order order = orders.requireForUpdate(orderId);
        OrderStatus before = order.status();
        Instant now = now();
        order.lease(now.plus(settings.lease()));
        change.accept(order, now);
        orders.flush();
        transitions.tell(order, before, actor.toString(), Map.of());
        return order;
    }

    /** The order as it is now, for reading outside a transaction. */
    @Transactional
    public Order read(UUID id) {
        return orders.findByIdOptional(id).orElseThrow();
    }

    private void persist(Order order) {
        try {
            orders.persistAndFlush(order);
        } catch (ConstraintViolationException violation) {
            throw LINE_ORDERED_ONCE.equals(violation.getConstraintName()) ? new AlreadyOrderedException() : violation;
        }
    }

    /** As precise as the database keeps it, so that an order reads the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
