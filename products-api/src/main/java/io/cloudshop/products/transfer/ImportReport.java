package io.cloudshop.products.transfer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the lines of an import. */
@Schema(requiredProperties = {"created", "updated", "unchanged", "rejectedCount", "rejected"})
record ImportReport(
        @Schema(description = "Lines that added a product") long created,

        @Schema(
                description =
                        "Lines whose product was there; a sku that comes twice in a file is there the second time")
        long updated,

        @Schema(description = "Of these, how many said what was so already")
        long unchanged,

        @Schema(description = "Lines that were not imported")
        long rejectedCount,

        @Schema(description = "The first 1000 of these, by line")
        List<Rejection> rejected) {}
