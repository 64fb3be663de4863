package io.cloudshop.orders.catalogue;

import java.util.List;
import java.util.UUID;

/** What to hold for an order. */
record ReservationRequest(UUID orderId, List<Line> lines) {

    record Line(UUID productId, int quantity) {}
}
