package io.cloudshop.products.search;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.defaults.money.ShopCurrency;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A range of prices to choose from; {@code from} and {@code to} belong to it, {@code below} does not.
 *
 * @param below null in the last range, as is {@code to}
 */
record PriceRange(Money from, Money to, BigDecimal below) {

    /** In the smallest coin: 25, 50, 100 and 250 euros, 2500 yen and so on, 2.500 dinars and so on. */
    private static final List<Long> BOUNDS = List.of(0L, 2_500L, 5_000L, 10_000L, 25_000L);

    /** All of them, without gaps: the next begins one coin after {@code to}. */
    static List<PriceRange> of(ShopCurrency currency) {
        return IntStream.range(0, BOUNDS.size())
                .mapToObj(i -> between(BOUNDS.get(i), i + 1 < BOUNDS.size() ? BOUNDS.get(i + 1) : null, currency))
                .toList();
    }

    private static PriceRange between(long from, Long below, ShopCurrency currency) {
        return below == null
                ? new PriceRange(currency.ofCoins(from), null, null)
                : new PriceRange(
                        currency.ofCoins(from),
                        currency.ofCoins(below - 1),
                        currency.ofCoins(below).value());
    }

    Facets.PriceCount counting(long count) {
        return new Facets.PriceCount(from, to, count);
    }
}
