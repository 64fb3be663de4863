package io.cloudshop.products.search;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.products.catalogue.CategoryTree;
import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the finds spread. Each facet ignores the filter on itself, so that it shows the alternatives. */
@Schema(requiredProperties = {"categories", "prices"})
record Facets(List<Facets.CategoryCount> categories, List<Facets.PriceCount> prices) {

    /** Most first; equals by name as people sort them. */
    private static final Comparator<CategoryCount> MOST_FIRST = Comparator.comparingLong(CategoryCount::count)
            .reversed()
            .thenComparing(CategoryCount::value, Collator.getInstance(Locale.ROOT));

    /** @param counts by the categories that the products themselves are in */
    static List<CategoryCount> categories(Map<String, Long> counts, CategoryTree tree) {
        return tree.rolledUp(counts).entrySet().stream()
                .map(entry -> new CategoryCount(entry.getKey(), entry.getValue(), tree.parentOf(entry.getKey())))
                .sorted(MOST_FIRST)
                .toList();
    }

    /** The same with what categories are called. */
    Facets labelled(Map<String, String> labels) {
        return new Facets(
                categories.stream().map(category -> category.labelled(labels)).toList(), prices);
    }

    /** Finds in one category. */
    @Schema(
            name = "CategoryFacet",
            requiredProperties = {"value", "count"})
    record CategoryCount(
            @Schema(description = "Fit for category", example = "Lighting")
            String value,

            @Schema(description = "Also of the categories that lie in it")
            long count,

            @Schema(description = "What the category is called in the language of the answer", example = "Lighting")
            String label,

            @Schema(description = "The value of the category that it lies in; absent at the top", example = "Furniture")
            String parent) {

        /** In the catalogue's own language. */
        private CategoryCount(String value, long count, String parent) {
            this(value, count, value, parent);
        }

        private CategoryCount labelled(Map<String, String> labels) {
            return new CategoryCount(value, count, labels.getOrDefault(value, value), parent);
        }
    }

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
