package io.cloudshop.orders.order;

import java.util.Map;
import java.util.Set;

/** What an order's owner sees of it, and the only moves there are. */
public enum OrderStatus {
    PENDING,
    CONFIRMED,
    SHIPPED,
    DELIVERED,
    CANCELLED,
    REJECTED;

    private static final Map<OrderStatus, Set<OrderStatus>> MOVES = Map.of(
            PENDING, Set.of(CONFIRMED, REJECTED),
            CONFIRMED, Set.of(SHIPPED, CANCELLED),
            SHIPPED, Set.of(DELIVERED),
            DELIVERED, Set.of(),
            CANCELLED, Set.of(),
            REJECTED, Set.of());

    public boolean canBecome(OrderStatus next) {
        return MOVES.get(this).contains(next);
    }

    /** True where nothing can change any more. */
    public boolean isFinal() {
        return MOVES.get(this).isEmpty();
    }
}
