package io.cloudshop.products.stock;

import io.cloudshop.defaults.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One line of the stock ledger: what changed on the shelf, why, by whom. Never changed, never removed. */
@Entity
@Immutable
@Table(name = "stock_movement")
class StockMovement {

    enum Kind {
        INITIAL,
        ADJUSTMENT,
        SALE,
        RETURN
    }

    @Id
    UUID id;

    @Column(name = "product_id")
    UUID productId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    long delta;
    String reason;
    String actor;

    @Column(name = "order_id")
    UUID orderId;

    @Column(name = "created_at")
    Instant createdAt;

    static StockMovement booked(
            UUID productId, Kind kind, long delta, String reason, String actor, UUID orderId, Instant now) {
        StockMovement movement = new StockMovement();
        movement.id = Ids.next();
        movement.productId = productId;
        movement.kind = kind;
        movement.delta = delta;
        movement.reason = reason;
        movement.actor = actor;
        movement.orderId = orderId;
        movement.createdAt = now;
        return movement;
    }
}
