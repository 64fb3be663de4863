package io.cloudshop.orders.order;

import java.util.List;
import java.util.UUID;

/** What a customer asked for, checked but not yet an order. */
public record OrderDraft(
        UUID userId, List<OrderLine> lines, ShippingAddress shippingAddress, String paymentToken, boolean fromCart) {}
