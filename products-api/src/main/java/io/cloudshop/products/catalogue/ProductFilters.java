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

    /** Whatever the ids. */
    public ProductFilter of(ProductQuery query) {
        return of(query, List.of());
    }

    /** No ids at all set no limit; 400 where inStock is no boolean, 422 where a price has more decimals than the currency. */
    public ProductFilter of(ProductQuery query, List<UUID> ids) {
        Boolean inStock = BooleanParameter.parse("inStock", query.inStock());
        requireCoins("minPrice", query.minPrice());
        requireCoins("maxPrice", query.maxPrice());
        return new ProductFilter(spelling(query.category()), query.minPrice(), query.maxPrice(), inStock, ids);
    }

    private String spelling(String category) {
        return category == null || category.isBlank() ? null : categories.spelling(category);
    }

    private void requireCoins(String parameter, BigDecimal price) {
        if (price != null && price.stripTrailingZeros().scale() > currency.decimals()) {
            throw Invalid.of(parameter, "must have at most " + currency.decimals() + " decimals");
        }
    }
}
