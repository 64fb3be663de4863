package io.cloudshop.orders.order;

import io.cloudshop.defaults.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * So many of one product; sku, name and price are those of the reservation and null until there is one. The edit of the
 * cart that the line came from is the order's claim on it: no other order has it, see {@link Order}.
 */
@Embeddable
public record OrderLine(
        @Column(name = "product_id") UUID productId,
        int quantity,
        String sku,
        String name,
        @Column(name = "unit_price") BigDecimal unitPrice,
        @Column(name = "cart_edit") UUID cartEdit) {

    public static OrderLine wanted(UUID productId, int quantity) {
        return fromCart(productId, quantity, null);
    }

    public static OrderLine fromCart(UUID productId, int quantity, UUID cartEdit) {
        return new OrderLine(productId, quantity, null, null, null, cartEdit);
    }

    public OrderLine priced(String newSku, String newName, Money price) {
        return new OrderLine(productId, quantity, newSku, newName, price.value(), cartEdit);
    }

    public boolean isFromCart() {
        return cartEdit != null;
    }

    OrderLine withoutClaim() {
        return new OrderLine(productId, quantity, sku, name, unitPrice, null);
    }
}
