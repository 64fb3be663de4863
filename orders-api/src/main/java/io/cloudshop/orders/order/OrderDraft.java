package io.cloudshop.orders.order;

import io.cloudshop.defaults.money.Money;
import java.util.List;
import java.util.UUID;

/** What a customer asked for, checked but not yet an order; the expected total is null where they named none. */
public record OrderDraft(
        UUID userId,
        List<OrderLine> lines,
        ShippingAddress shippingAddress,
        String paymentToken,
        boolean fromCart,
        Money expectedTotal) {

    /** Who has the token can charge the card, and where it goes is nobody's business. */
    @Override
    public String toString() {
        return "OrderDraft[userId=" + userId + ", lines=" + lines + ", fromCart=" + fromCart + "]";
    }
}
