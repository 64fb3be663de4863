package io.cloudshop.products.catalogue;

import java.math.BigDecimal;

/** Which products are asked for; a null sets no limit. Both prices are inside the range. */
public record ProductFilter(String category, BigDecimal minPrice, BigDecimal maxPrice, Boolean inStock) {

    public ProductFilter {
        category = category == null || category.isBlank() ? null : category.strip();
        if (minPrice != null && maxPrice != null && minPrice.compareTo(maxPrice) > 0) {
            throw Invalid.of("minPrice", "must not be above maxPrice");
        }
    }

    /** The same, whatever the category. */
    public ProductFilter withoutCategory() {
        return new ProductFilter(null, minPrice, maxPrice, inStock);
    }

    /** The same, whatever the price. */
    public ProductFilter withoutPrices() {
        return new ProductFilter(category, null, null, inStock);
    }
}
