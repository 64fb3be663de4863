package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.money.ShopCurrency;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Prices in two currencies cannot be summed: with another one than the catalogue's the service does not start. */
@ApplicationScoped
class CurrencyCheck {

    private final ProductRepository products;
    private final ShopCurrency currency;

    CurrencyCheck(ProductRepository products, @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.products = products;
        this.currency = currency;
    }

    @Transactional
    void start(@Observes StartupEvent event) {
        products.findAnyLive().map(product -> product.currency).ifPresent(this::require);
    }

    private void require(String priced) {
        if (!priced.equals(currency.code())) {
            throw new IllegalStateException(ShopCurrency.SETTING + " is " + currency.code()
                    + ", but the catalogue has prices in " + priced + ": convert them or set it back");
        }
    }
}
