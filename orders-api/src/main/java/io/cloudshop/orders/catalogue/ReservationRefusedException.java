package io.cloudshop.orders.catalogue;

import java.util.List;
import java.util.Map;

/** products-api will not hold the stock, and has not: a definite answer. */
public class ReservationRefusedException extends RuntimeException {

    private final String slug;
    private final transient List<Map<String, Object>> shortages;

    ReservationRefusedException(String slug, List<Map<String, Object>> shortages) {
        super(slug, null, false, false);
        this.slug = slug;
        this.shortages = List.copyOf(shortages);
    }

    /** The problem's slug: {@code insufficient-stock}, {@code unknown-product} or another; empty where there is none. */
    public String slug() {
        return slug;
    }

    /** What the customer should know of it: the {@code shortages}, if there are any. */
    public Map<String, Object> details() {
        return shortages.isEmpty() ? Map.of() : Map.of("shortages", shortages);
    }
}
