package io.cloudshop.products.reservation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;

/** The units one order asked for. Whoever changes it locks its row first, then the products' rows. */
@Entity
@Table(name = "reservation")
class Reservation {

    @Id
    @Column(name = "order_id")
    UUID orderId;

    @Enumerated(EnumType.STRING)
    ReservationStatus status;

    @Column(name = "expires_at")
    Instant expiresAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @OneToMany
    @JoinColumn(name = "order_id", insertable = false, updatable = false)
    @OrderBy("productId")
    @BatchSize(size = 500)
    List<ReservationLine> lines;

    boolean isHeld() {
        return status == ReservationStatus.HELD;
    }

    boolean isDue(Instant now) {
        return isHeld() && !expiresAt.isAfter(now);
    }

    void become(ReservationStatus next, Instant now) {
        status = next;
        updatedAt = now;
    }

    SortedMap<UUID, Integer> quantities() {
        SortedMap<UUID, Integer> quantities = new TreeMap<>(ProductIds.IN_DATABASE_ORDER);
        lines.forEach(line -> quantities.put(line.productId, line.quantity));
        return quantities;
    }

    ReservationView view() {
        return new ReservationView(
                orderId,
                status,
                expiresAt,
                lines.stream().map(ReservationLine::view).toList());
    }
}
