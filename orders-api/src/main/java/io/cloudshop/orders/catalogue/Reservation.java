package io.cloudshop.orders.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.cloudshop.defaults.money.Money;
import java.util.List;
import java.util.UUID;

/** Stock that products-api holds for an order, with the prices that count. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Reservation(UUID orderId, String status, List<Line> lines) {

    /** One product of it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Line(UUID productId, String sku, String name, int quantity, Money unitPrice) {}
}
