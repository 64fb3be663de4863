package io.cloudshop.products.search;

import io.cloudshop.defaults.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A range of prices to choose from; the lower bound belongs to it, the upper one does not.
 *
 * @param below null in the last range
 */
record PriceRange(BigDecimal from, BigDecimal below) {

    private static final BigDecimal CENT = new BigDecimal("0.01");

    static final List<PriceRange> ALL = between(0, 25, 50, 100, 250);

    /** The count as clients see it: {@code to} is the highest price inside, as the filter maxPrice means it. */
    Facets.PriceCount counting(long count, String currency) {
        Money to = below == null ? null : new Money(below.subtract(CENT), currency);
        return new Facets.PriceCount(new Money(from, currency), to, count);
    }

    private static List<PriceRange> between(int... bounds) {
        List<PriceRange> ranges = new ArrayList<>();
        for (int i = 0; i < bounds.length; i++) {
            BigDecimal below = i + 1 < bounds.length ? BigDecimal.valueOf(bounds[i + 1]) : null;
            ranges.add(new PriceRange(BigDecimal.valueOf(bounds[i]), below));
        }
        return List.copyOf(ranges);
    }
}
