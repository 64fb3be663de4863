package io.cloudshop.orders.checkout;

import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderChanges;
import io.cloudshop.orders.order.OrderDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Order, claim on the cart and key are stored together or not at all. */
@ApplicationScoped
class OrderRegistration {

    private final OrderChanges changes;
    private final IdempotencyKeys keys;
    private final Clock clock;

    OrderRegistration(OrderChanges changes, IdempotencyKeys keys, Clock clock) {
        this.changes = changes;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Stores the order and binds the key to it.
     *
     * @throws KeyIsTakenException when another request has bound the key
     * @throws io.cloudshop.orders.order.AlreadyOrderedException when another order has a line of the cart
     */
    @Transactional
    Order register(OrderDraft draft, String key, byte[] fingerprint) {
        Order order = changes.place(draft);
        if (!keys.bind(draft.userId(), key, fingerprint, order.id(), clock.instant())) {
            throw new KeyIsTakenException();
        }
        return order;
    }
}
