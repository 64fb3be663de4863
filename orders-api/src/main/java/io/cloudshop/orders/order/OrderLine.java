package io.cloudshop.orders.order;

import io.cloudshop.defaults.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;

/** So many of one product; sku, name and price are those of the reservation and null until there is one. */
@Embeddable
public record OrderLine(
        @Column(name = "product_id") UUID productId,
        int quantity,
        String sku,
        String name,
        @Column(name = "unit_price") BigDecimal unitPrice) {

    public static OrderLine wanted(UUID productId, int quantity) {
        return new OrderLine(productId, quantity, null, null, null);
    }

    public OrderLine priced(String sku, String name, Money price) {
        return new OrderLine(productId, quantity, sku, name, price.value());
    }
}
