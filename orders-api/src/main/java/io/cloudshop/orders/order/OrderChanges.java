package io.cloudshop.orders.order;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.exception.ConstraintViolationException;

/** The one way to change an order: locked, audited, announced, and only if it is still what the caller saw. */
@ApplicationScoped
public class OrderChanges {

    private static final String LINE_ORDERED_ONCE = "order_line_ordered_once";

    private final OrderRepository orders;
    private final OrderAudit audit;
    private final Event<StatusChanged> announcements;
    private final SagaSettings settings;
    private final Clock clock;

    OrderChanges(
            OrderRepository orders,
            OrderAudit audit,
            Event<StatusChanged> announcements,
            SagaSettings settings,
            Clock clock) {
        this.orders = orders;
        this.audit = audit;
        this.announcements = announcements;
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
     * Changes an order that nobody else has changed since {@code seen} was read, and renews the caller's lease.
     *
     * @throws StaleOrderException when somebody has
     */
    @Transactional
    public Order apply(Order seen, Map<String, Object> details, BiConsumer<Order, Instant> change) {
        Order order = orders.requireForUpdate(seen.id());
        if (order.version() != seen.version()) {
            throw new StaleOrderException();
        }
        return change(order, OrderAudit.SYSTEM, details, change);
    }

    /** Changes an order on behalf of a user, whatever it is now; the order itself knows whether it may. */
    @Transactional
    public Order applyFor(UUID actor, UUID orderId, BiConsumer<Order, Instant> change) {
        return change(orders.requireForUpdate(orderId), actor.toString(), Map.of(), change);
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

    private Order change(Order order, String actor, Map<String, Object> details, BiConsumer<Order, Instant> change) {
        Instant now = now();
        OrderStatus before = order.status();
        order.lease(now.plus(settings.lease()));
        change.accept(order, now);
        orders.flush();
        if (order.status() != before) {
            audit.record(order, before, actor);
            announcements.fire(new StatusChanged(order, before, actor, details));
        }
        return order;
    }

    /** As precise as the database keeps it, so that an order reads the same before and after it was stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
