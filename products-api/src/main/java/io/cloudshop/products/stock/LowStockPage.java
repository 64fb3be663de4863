package io.cloudshop.products.stock;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Products that run out, those closest to it first. */
@Schema(requiredProperties = {"items"})
record LowStockPage(
        List<LowStock> items,

        @Schema(description = "Goes into after to read on; absent on the last page")
        String nextCursor) {}
