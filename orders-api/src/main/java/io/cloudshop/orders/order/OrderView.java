package io.cloudshop.orders.order;

import io.cloudshop.defaults.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order as its owner sees it. Prices, and with them the total, are absent until stock is reserved. */
@Schema(
        name = "Order",
        requiredProperties = {"id", "number", "userId", "status", "lines", "createdAt", "updatedAt"})
public record OrderView(
        UUID id,
        @Schema(example = "CS-00000042") String number,
        UUID userId,
        OrderStatus status,
        List<Line> lines,
        Money total,

        @Schema(description = "Absent once the customer has deleted the account and the order is finished")
        ShippingAddress shippingAddress,

        Instant createdAt,
        Instant updatedAt,
        @Schema(description = "Only when REJECTED") RejectionReason rejectionReason) {

    /** One line of it. */
    @Schema(
            name = "OrderLine",
            requiredProperties = {"productId", "quantity"})
    public record Line(UUID productId, String sku, String name, int quantity, Money unitPrice, Money lineTotal) {

        public static Line of(OrderLine line, String currency) {
            Money price = line.unitPrice() == null ? null : new Money(line.unitPrice(), currency);
            return new Line(
                    line.productId(),
                    line.sku(),
                    line.name(),
                    line.quantity(),
                    price,
                    price == null ? null : price.times(line.quantity()));
        }
    }

    public static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.number(),
                order.userId(),
                order.status(),
                order.lines().stream()
                        .map(line -> Line.of(line, order.currency()))
                        .toList(),
                order.total().orElse(null),
                order.shippingAddress(),
                order.createdAt(),
                order.updatedAt(),
                order.rejectionReason().orElse(null));
    }
}
