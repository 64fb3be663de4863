package io.cloudshop.products.stock;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a product's units are. {@code onHand} is always {@code held + available}. */
@Schema(requiredProperties = {"productId", "onHand", "held", "available", "sold"})
record StockLevels(
        UUID productId,

        @Schema(description = "On the shelf") long onHand,

        @Schema(description = "Of these, promised to reservations that are not confirmed yet")
        long held,

        @Schema(description = "Of these, free to be sold") long available,

        @Schema(description = "Gone with confirmed reservations, less those that came back")
        long sold) {}
