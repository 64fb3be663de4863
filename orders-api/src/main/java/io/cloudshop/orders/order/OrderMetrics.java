package io.cloudshop.orders.order;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Locale;
import java.util.stream.Stream;

/** Counts orders by what became of them, once it is committed, and what the confirmed ones cost. */
@ApplicationScoped
class OrderMetrics {

    private static final String NO_REASON = "none";

    private final MeterRegistry registry;

    OrderMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** All at 0, so that the first of its kind is seen as an increase. */
    void start(@Observes StartupEvent event) {
        Stream.of(OrderStatus.values())
                .filter(status -> status != OrderStatus.PENDING && status != OrderStatus.REJECTED)
                .forEach(status -> orders(status, NO_REASON));
        Stream.of(RejectionReason.values()).forEach(reason -> orders(OrderStatus.REJECTED, reason.slug()));
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) StatusChanged change) {
        Order order = change.order();
        orders(
                        order.status(),
                        order.rejectionReason().map(RejectionReason::slug).orElse(NO_REASON))
                .increment();
        if (order.status() == OrderStatus.CONFIRMED) {
            order.total().ifPresent(total -> registry.counter("cloudshop.orders.revenue", "currency", total.currency())
                    .increment(total.value().doubleValue()));
        }
    }

    private Counter orders(OrderStatus status, String reason) {
        return registry.counter("cloudshop.orders", "status", status.name().toLowerCase(Locale.ROOT), "reason", reason);
    }
}
