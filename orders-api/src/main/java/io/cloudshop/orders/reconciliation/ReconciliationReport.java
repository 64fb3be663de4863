package io.cloudshop.orders.reconciliation;

import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.orders.payment.Payment;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The state of all orders at a glance, and those whose books do not agree.
 *
 * @param complete whether all books were compared; if not, {@code nextCursor} goes into {@code after} to go on
 */
@Schema(
        name = "Reconciliation",
        requiredProperties = {"orders", "payments", "outbox", "mismatches", "complete"})
public record ReconciliationReport(
        Map<OrderStatus, Long> orders,
        Payments payments,
        OutboxState outbox,
        List<Mismatch> mismatches,

        @Schema(description = "Whether all books were compared; large ones take several calls")
        boolean complete,

        @Schema(description = "Goes into after to compare on; absent when complete")
        UUID nextCursor) {

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
