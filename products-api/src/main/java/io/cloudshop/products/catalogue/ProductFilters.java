package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.money.ShopCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What customers filter by, in the spelling of the catalogue's categories and the coins of its currency. */
@ApplicationScoped
public class ProductFilters {

    private final Categories categories;
    private final ShopCurrency currency;

    ProductFilters(Categories categories, @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.categories = categories;
        this.currency = currency;
    }

    /** Null, or no ids at all, sets no limit; 422 where a price has more decimals than the currency. */
    public ProductFilter of(
            String category, BigDecimal minPrice, BigDecimal maxPrice, Boolean inStock, List<UUID> ids) {
        requireCoins("minPrice", minPrice);
        requireCoins("maxPrice", maxPrice);
        boolean anyCategory = category == null || category.isBlank();
        return new ProductFilter(anyCategory ? null : categories.spelling(category), minPrice, maxPrice, inStock, ids);
    }

    private void requireCoins(String parameter, BigDecimal price) {
        if (price != null && price.stripTrailingZeros().scale() > currency.decimals()) {
            throw Invalid.of(parameter, "must have at most " + currency.decimals() + " decimals");
        }
    }
}
