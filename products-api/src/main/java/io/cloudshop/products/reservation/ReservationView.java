package io.cloudshop.products.reservation;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reservation as its order sees it; lines are in the order of product ids, one a product. */
@Schema(
        name = "Reservation",
        requiredProperties = {"orderId", "status", "expiresAt", "lines"})
record ReservationView(
        UUID orderId,
        ReservationStatus status,

        @Schema(description = "Until when a HELD reservation can be confirmed")
        Instant expiresAt,

        List<ReservedLine> lines) {

    boolean asksFor(SortedMap<UUID, Integer> quantities) {
        SortedMap<UUID, Integer> own = new TreeMap<>(quantities.comparator());
        lines.forEach(line -> own.put(line.productId(), line.quantity()));
        return own.equals(quantities);
    }
}
