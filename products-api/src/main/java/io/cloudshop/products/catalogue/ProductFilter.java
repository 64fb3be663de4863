package io.cloudshop.products.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which products are asked for; a null, or no ids at all, sets no limit. Both prices are inside the range.
 *
 * @param subcategories those that lie in the category, whose products are asked for as well; all as products spell them
 */
public record ProductFilter(
        String category,
        List<String> subcategories,
        BigDecimal minPrice,
        BigDecimal maxPrice,
        Boolean inStock,
        List<UUID> ids) {

    public ProductFilter {
        subcategories = List.copyOf(subcategories);
        ids = List.copyOf(ids);
        if (minPrice != null && maxPrice != null && minPrice.compareTo(maxPrice) > 0) {
            throw Invalid.of("minPrice", "must not be above maxPrice");
        }
    }

    ProductFilter(String category, BigDecimal minPrice, BigDecimal maxPrice, Boolean inStock, List<UUID> ids) {
        this(category, List.of(), minPrice, maxPrice, inStock, ids);
    }

    /** The same in this category and those that lie in it. */
    ProductFilter in(String category, List<String> subcategories) {
        return new ProductFilter(category, subcategories, minPrice, maxPrice, inStock, ids);
    }

    /** The same in whatever category. */
    public ProductFilter inAnyCategory() {
        return in(null, List.of());
    }

    /** The category and those that lie in it; none where every category is asked for. */
    public List<String> categories() {
        return category == null
                ? List.of()
                : Stream.concat(Stream.of(category), subcategories.stream()).toList();
    }

    /** The same, whatever the price. */
    public ProductFilter withoutPrices() {
        return new ProductFilter(category, subcategories, null, null, inStock, ids);
    }
}
