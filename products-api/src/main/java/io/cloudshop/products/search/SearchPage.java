package io.cloudshop.products.search;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One page of what search found. */
@Schema(requiredProperties = {"items", "page", "size", "total", "facets", "source"})
record SearchPage(
        List<FoundProduct> items,
        long page,
        int size,
        long total,
        Facets facets,

        @Schema(
                description =
                        "index, or database while the search engine is away: simpler ranking, no tolerance for typing errors beyond similar names",
                enumeration = {"index", "database"})
        String source) {}
