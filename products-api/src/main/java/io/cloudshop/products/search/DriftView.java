package io.cloudshop.products.search;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the last comparison of table and search index found. */
@Schema(name = "SearchDrift", requiredProperties = "drift")
record DriftView(
        @Schema(description = "Products that were not in the index as they are; they have been brought again")
        long drift,

        @Schema(description = "When they were compared; absent where they never were")
        Instant checkedAt) {}
