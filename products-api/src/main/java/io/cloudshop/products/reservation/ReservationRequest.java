package io.cloudshop.products.reservation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The units an order wants. Lines of the same product are added up. */
@Schema(requiredProperties = {"orderId", "lines"})
record ReservationRequest(
        @NotNull UUID orderId,

        @NotNull @Size(min = 1, max = 100) List<@NotNull @Valid Line> lines) {

    /** So many units of a product. */
    @Schema(
            name = "ReservationRequestLine",
            requiredProperties = {"productId", "quantity"})
    record Line(
            @NotNull UUID productId,
            @NotNull @Min(1) @Max(99) Integer quantity) {}

    SortedMap<UUID, Integer> quantities() {
        SortedMap<UUID, Integer> quantities = new TreeMap<>(ProductIds.IN_DATABASE_ORDER);
        lines.forEach(line -> quantities.merge(line.productId(), line.quantity(), Integer::sum));
        return quantities;
    }
}
