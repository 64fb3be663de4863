package io.cloudshop.defaults.outbox;

import java.util.List;

/**
 * Where a service's events go. Each service with an outbox has exactly one. Called at least once an event, so the
 * destination must bear repeats; events of one aggregate come in order.
 */
public interface OutboxPublisher {

    /**
     * Delivers all of these or throws.
     *
     * @throws DestinationUnavailableException when the destination is away: everything is kept and tried again, for as
     *     long as it takes
     * @throws RuntimeException when an event cannot be delivered: it is tried again a limited number of times and then
     *     put aside as a dead letter
     */
    void publish(List<OutboxEvent> events);
}
