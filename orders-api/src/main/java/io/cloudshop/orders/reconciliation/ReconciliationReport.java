package io.cloudshop.orders.reconciliation;

import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.orders.payment.Payment;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The state of all orders at a glance, and every one whose books do not agree (the first 1 000). */
@Schema(
        name = "Reconciliation",
        requiredProperties = {"orders", "payments", "outbox", "mismatches"})
public record ReconciliationReport(
        Map<OrderStatus, Long> orders, Payments payments, OutboxState outbox, List<Mismatch> mismatches) {

    /** How many payments are where. */
    @Schema(
            name = "PaymentCounts",
            requiredProperties = {"authorized", "captured", "refunded", "voided"})
    public record Payments(long authorized, long captured, long refunded, long voided) {

        static Payments of(Map<Payment.State, Long> counts) {
            return new Payments(
                    counts.getOrDefault(Payment.State.AUTHORIZED, 0L),
                    counts.getOrDefault(Payment.State.CAPTURED, 0L),
                    counts.getOrDefault(Payment.State.REFUNDED, 0L),
                    counts.getOrDefault(Payment.State.VOIDED, 0L));
        }
    }

    /** How far the events are behind. */
    @Schema(
            name = "OutboxState",
            requiredProperties = {"pending", "dead", "oldestSeconds"})
    public record OutboxState(long pending, long dead, long oldestSeconds) {}
}
