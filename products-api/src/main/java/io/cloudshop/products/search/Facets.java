package io.cloudshop.products.search;

import io.cloudshop.defaults.money.Money;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the finds spread. Each facet ignores the filter on itself, so that it shows the alternatives. */
@Schema(requiredProperties = {"categories", "prices"})
record Facets(List<Facets.CategoryCount> categories, List<Facets.PriceCount> prices) {

    /** Most first; equals by name as people sort them. */
    static final Comparator<CategoryCount> MOST_FIRST = Comparator.comparingLong(CategoryCount::count)
            .reversed()
            .thenComparing(CategoryCount::value, Collator.getInstance(Locale.ROOT));

    /** Finds in one category. */
    @Schema(
            name = "CategoryFacet",
            requiredProperties = {"value", "count"})
    record CategoryCount(@Schema(example = "Lighting") String value, long count) {}

    /** Finds in one price range. */
    @Schema(
            name = "PriceFacet",
            requiredProperties = {"from", "count"})
    record PriceCount(
            @Schema(description = "Lowest price, fit for minPrice")
            Money from,

            @Schema(description = "Highest price, fit for maxPrice; absent in the last range")
            Money to,

            long count) {}
}
