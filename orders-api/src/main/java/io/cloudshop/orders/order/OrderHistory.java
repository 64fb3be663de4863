package io.cloudshop.orders.order;

import io.cloudshop.database.Row;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The way of an order so far: each status that it reached, in order, and when. */
@Schema(requiredProperties = "items")
public record OrderHistory(List<Step> items) {

    /** A status and when it was reached. */
    @Schema(
            name = "OrderStep",
            requiredProperties = {"status", "at"})
    public record Step(OrderStatus status, Instant at) {

        static Step of(Row row) {
            return new Step(OrderStatus.valueOf(row.get("to_status", String.class)), row.get("at", Instant.class));
        }
    }
}
