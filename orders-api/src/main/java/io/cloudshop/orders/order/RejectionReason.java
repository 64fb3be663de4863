package io.cloudshop.orders.order;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Why an order did not come about, as clients see it. */
public enum RejectionReason {
    INSUFFICIENT_STOCK("insufficient-stock"),
    UNKNOWN_PRODUCT("unknown-product"),
    PAYMENT_DECLINED("payment-declined"),
    PAYMENT_TIMEOUT("payment-timeout"),
    RESERVATION_EXPIRED("reservation-expired"),
    RESERVATION_REFUSED("reservation-refused"),
    PRODUCTS_UNAVAILABLE("products-unavailable"),
    PRICE_CHANGED("price-changed");

    private final String slug;

    RejectionReason(String slug) {
        this.slug = slug;
    }

    @JsonValue
    public String slug() {
        return slug;
    }

    static RejectionReason ofSlug(String slug) {
        return Arrays.stream(values())
                .filter(reason -> reason.slug.equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
