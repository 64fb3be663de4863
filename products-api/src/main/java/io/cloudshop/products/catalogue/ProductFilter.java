package io.cloudshop.products.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** Which products are asked for; a null, or no ids at all, sets no limit. Both prices are inside the range. */
public record ProductFilter(
        String category, BigDecimal minPrice, BigDecimal maxPrice, Boolean inStock, List<UUID> ids) {

    public ProductFilter {
        ids = List.copyOf(ids);
        if (minPrice != null && maxPrice != null && minPrice.compareTo(maxPrice) > 0) {
            throw Invalid.of("minPrice", "must not be above maxPrice");
        }
    }

    /** The same in this category, or in whatever category if it is null. */
    public ProductFilter in(String category) {
        return new ProductFilter(category, minPrice, maxPrice, inStock, ids);
    }

    /** The same, whatever the price. */
    public ProductFilter withoutPrices() {
        return new ProductFilter(category, null, null, inStock, ids);
    }
}
