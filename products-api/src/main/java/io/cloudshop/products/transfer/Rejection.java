package io.cloudshop.products.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line that was not imported. */
@Schema(requiredProperties = {"line", "message"})
record Rejection(
        @Schema(description = "Counted from 1; a CSV file's header is line 1", example = "17")
        long line,

        @Schema(description = "What to mend", example = "price.amount must be below 10000000000")
        String message) {}
