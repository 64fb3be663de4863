package io.cloudshop.defaults.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Hands events to the publisher and keeps the books: delivered ones leave the table, the others wait or die. */
@ApplicationScoped
@IfBuildProperty(name = "cloudshop.outbox.enabled", stringValue = "true")
class OutboxDelivery {

    private static final Logger LOG = Logger.getLogger(OutboxDelivery.class);

    private final OutboxTable table;
    private final OutboxPublisher publisher;
    private final OutboxSettings settings;

    OutboxDelivery(OutboxTable table, OutboxPublisher publisher, OutboxSettings settings) {
        this.table = table;
        this.publisher = publisher;
        this.settings = settings;
    }

    /** Gives how many events left the table. */
    int deliver(List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return 0;
        }
        List<OutboxEvent> delivered = publishTogetherOrOneByOne(events);
        if (!delivered.isEmpty()) {
            table.remove(delivered);
        }
        return delivered.size();
    }

    private List<OutboxEvent> publishTogetherOrOneByOne(List<OutboxEvent> events) {
        try {
            publisher.publish(events);
            return events;
        } catch (DestinationUnavailableException away) {
            throw away;
        } catch (RuntimeException oneIsBad) {
            LOG.debugf(oneIsBad, "A batch of %d events failed, trying them one by one", events.size());
            return publishOneByOne(events);
        }
    }

    private List<OutboxEvent> publishOneByOne(List<OutboxEvent> events) {
        List<OutboxEvent> delivered = new ArrayList<>();
        Set<UUID> held = new HashSet<>();
        for (OutboxEvent event : events) {
            if (held.contains(event.aggregateId())) {
                continue;
            }
            if (publish(event)) {
                delivered.add(event);
            } else {
                held.add(event.aggregateId());
            }
        }
        return delivered;
    }

    private boolean publish(OutboxEvent event) {
        try {
            publisher.publish(List.of(event));
            return true;
        } catch (DestinationUnavailableException away) {
            throw away;
        } catch (RuntimeException failure) {
            int attempt = event.attempts() + 1;
            LOG.warnf(
                    failure,
                    "Event %d (%s) failed, attempt %d of %d",
                    event.id(),
                    event.type(),
                    attempt,
                    settings.maxAttempts());
            table.postpone(
                    event,
                    BackOff.ofAttempt(attempt, settings.maxBackOff()),
                    settings.maxAttempts(),
                    String.valueOf(failure));
            return false;
        }
    }
}
