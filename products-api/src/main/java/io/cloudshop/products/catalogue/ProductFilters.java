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
    private final Catalogue catalogue;
    private final ShopCurrency currency;

    ProductFilters(
            Categories categories,
            Catalogue catalogue,
            @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.categories = categories;
        this.catalogue = catalogue;
        this.currency = currency;
    }

    /** Whatever the ids, the category spelt as its products spell it. */
    public ProductFilter of(ProductQuery query) {
        ProductFilter filter = unplaced(query, List.of());
        return filter.category() == null ? filter : placed(filter, catalogue.categoryTree());
    }

    /** No ids at all set no limit; 400 where inStock is no boolean, 422 where a price has more decimals than the currency. */
    ProductFilter of(ProductQuery query, List<UUID> ids) {
        ProductFilter filter = unplaced(query, ids);
        if (filter.category() == null) {
            return filter;
        }
        // The list finds the spelling itself, in the same statement.
        CategoryTree tree = catalogue.categoryTree();
        return tree.isFlat() ? filter : placed(filter, tree);
    }

    private ProductFilter placed(ProductFilter filter, CategoryTree tree) {
        String spelt = categories.spelling(filter.category());
        return filter.in(spelt, tree.childrenOf(spelt));
    }

    private ProductFilter unplaced(ProductQuery query, List<UUID> ids) {
        Boolean inStock = BooleanParameter.parse("inStock", query.inStock());
        requireCoins("minPrice", query.minPrice());
        requireCoins("maxPrice", query.maxPrice());
        String category = query.category() == null || query.category().isBlank() ? null : query.category();
        return new ProductFilter(category, query.minPrice(), query.maxPrice(), inStock, ids);
    }

    private void requireCoins(String parameter, BigDecimal price) {
        if (price != null && price.stripTrailingZeros().scale() > currency.decimals()) {
            throw Invalid.of(parameter, "must have at most " + currency.decimals() + " decimals");
        }
    }
}
