package io.cloudshop.orders.events;

import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.orders.order.RejectionReason;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** An order changed its status: the payload of the outbox, the stream and the server-sent event alike. */
public record OrderEvent(UUID orderId, UUID userId, OrderStatus status, RejectionReason rejectionReason, Instant at) {

    static OrderEvent of(Order order) {
        return new OrderEvent(
                order.id(),
                order.userId(),
                order.status(),
                order.rejectionReason().orElse(null),
                order.updatedAt());
    }

    /** The event's name, for example {@code OrderConfirmed}. */
    String type() {
        String name = status.name();
        return "Order" + name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
}
