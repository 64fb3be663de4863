package io.cloudshop.orders.events;

import io.cloudshop.orders.order.StatusChanged;
import io.cloudshop.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Every change of status goes into the outbox of the transaction that makes it. */
@ApplicationScoped
class OrderAnnouncements {

    private final Outbox outbox;

    OrderAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    void announce(@Observes StatusChanged change) {
        OrderEvent event = OrderEvent.of(change.order());
        outbox.append(event.orderId(), event.type(), event);
    }
}
