package io.cloudshop.products.reservation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Reservations in the order of their order ids, for comparison with the orders. */
@Schema(requiredProperties = {"items"})
record ReservationPage(
        List<Item> items,

        @Schema(description = "Goes into after to read on; absent on the last page")
        UUID nextCursor) {

    /** What became of one order's units. */
    @Schema(
            name = "ReservationSummary",
            requiredProperties = {"orderId", "status", "expiresAt", "lines"})
    record Item(UUID orderId, ReservationStatus status, Instant expiresAt, List<Line> lines) {

        static Item of(Reservation reservation) {
            return new Item(
                    reservation.orderId,
                    reservation.status,
                    reservation.expiresAt,
                    reservation.lines.stream()
                            .map(line -> new Line(line.productId, line.quantity))
                            .toList());
        }
    }

    /** Units of one product. */
    @Schema(
            name = "ReservationSummaryLine",
            requiredProperties = {"productId", "quantity"})
    record Line(UUID productId, int quantity) {}

    static ReservationPage of(List<Reservation> oneMoreThanFits, int size) {
        List<Item> items = oneMoreThanFits.stream().limit(size).map(Item::of).toList();
        return new ReservationPage(
                items, oneMoreThanFits.size() > size ? items.getLast().orderId() : null);
    }
}
