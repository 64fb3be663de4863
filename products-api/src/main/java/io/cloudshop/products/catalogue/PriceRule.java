package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.defaults.money.ShopCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a product may cost: money of the shop's currency, below the limit that the database has too. */
@ApplicationScoped
public class PriceRule {

    private final ShopCurrency currency;

    PriceRule(@ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.currency = currency;
    }

    /** 422 for a price that no product may have. */
    public void require(Money price) {
        if (!currency.code().equals(price.currency())) {
            throw Invalid.of("price.currency", "must be " + currency.code());
        }
        if (price.value().compareTo(Money.PRICE_LIMIT) >= 0) {
            throw Invalid.of("price.amount", "must be below " + Money.PRICE_LIMIT);
        }
    }
}
