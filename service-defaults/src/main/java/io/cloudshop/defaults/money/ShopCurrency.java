package io.cloudshop.defaults.money;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * The one currency of the shop: setting {@value #SETTING}, an ISO 4217 code, the same in products-api and orders-api. All
 * prices are in it, so that they can be summed.
 */
public record ShopCurrency(String code) {

    public static final String SETTING = "cloudshop.currency";

    /** As configuration reads it: what is no currency, or has no coins (gold, test codes), ends the start. */
    public static ShopCurrency of(String code) {
        Money.zero(code);
        return new ShopCurrency(code);
    }

    public Money zero() {
        return Money.zero(code);
    }

    /** So many of the smallest coin: 250 cents, yen or fils. */
    public Money ofCoins(long count) {
        return new Money(BigDecimal.valueOf(count, decimals()), code);
    }

    /** How many digits an amount has after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
    public int decimals() {
        return Currency.getInstance(code).getDefaultFractionDigits();
    }
}
