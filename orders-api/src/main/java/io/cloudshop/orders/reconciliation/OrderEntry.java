package io.cloudshop.orders.reconciliation;

import io.cloudshop.defaults.money.Money;
import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.orders.order.SagaStep;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What our own book says about an order, as far as the other books have an opinion on it. */
record OrderEntry(
        UUID id,
        OrderStatus status,
        SagaStep step,
        Optional<Money> total,
        Instant deadline,
        Instant updatedAt,
        Map<UUID, Integer> quantities) {}
