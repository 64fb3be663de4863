package io.cloudshop.products.catalogue;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of the product list. */
@Schema(requiredProperties = {"items", "page", "size", "total", "totalIsEstimate"})
record ProductPage(
        List<ProductView> items,
        long page,
        int size,

        @Schema(description = "Exact up to 10 000") long total,

        @Schema(description = "Whether total is what the database's statistics say: beyond 10 000 nobody counts")
        boolean totalIsEstimate,

        @Schema(description = "Goes into after to read on; absent on the last page")
        String next) {}
