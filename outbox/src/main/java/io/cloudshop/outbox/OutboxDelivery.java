package io.cloudshop.outbox;

import io.cloudshop.defaults.BackOff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** Hands events to the publisher and keeps the books: delivered ones leave the table, the others wait or die. */
@ApplicationScoped
class OutboxDelivery {

    private static final Logger LOG = Logger.getLogger(OutboxDelivery.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);

    private final OutboxTable table;
    private final BoundedPublisher publisher;
    private final OutboxSettings settings;
    private final OutboxMetrics metrics;

    OutboxDelivery(OutboxTable table, BoundedPublisher publisher, OutboxSettings settings, OutboxMetrics metrics) {
        this.table = table;
        this.publisher = publisher;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** Takes these events, which the caller's transaction has locked, as far as they go, and records how far that was. */
    DeliveryPass deliver(List<OutboxEvent> events, BooleanSupplier timeIsLeft) {
        DeliveryPass pass = new DeliveryPass(events, publisher::publish);
        pass.run(timeIsLeft);
        if (!pass.delivered().isEmpty()) {
            table.remove(pass.delivered());
        }
        pass.refused().forEach(this::postpone);
        return pass;
    }

    private void postpone(OutboxEvent event, Throwable failure) {
        int attempt = event.attempts() + 1;
        LOG.warnf(
                failure,
                "Event %d (%s) failed, attempt %d of %d",
                event.id(),
                event.type(),
                attempt,
                settings.maxAttempts());
        boolean dead = table.postpone(
                event,
                new BackOff(FIRST_RETRY, settings.maxBackOff()).after(attempt),
                settings.maxAttempts(),
                String.valueOf(failure));
        if (dead) {
            LOG.errorf("Event %d (%s) of %s is a dead letter now", event.id(), event.type(), event.aggregateId());
            metrics.buried();
        }
    }
}
