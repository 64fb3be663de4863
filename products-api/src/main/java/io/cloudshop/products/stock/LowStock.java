package io.cloudshop.products.stock;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product of which few units are left to be sold. */
@Schema(requiredProperties = {"productId", "sku", "name", "available", "held"})
record LowStock(
        UUID productId,
        String sku,
        String name,

        @Schema(description = "Free to be sold") long available,

        @Schema(description = "Promised to reservations that are not confirmed yet")
        long held) {

    LowStock called(String otherName) {
        return new LowStock(productId, sku, otherName, available, held);
    }
}
