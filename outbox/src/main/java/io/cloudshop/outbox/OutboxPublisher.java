package io.cloudshop.outbox;

import java.util.List;

/**
 * Where a service's events go. Each service with an outbox has exactly one. Called at least once an event, so the
 * destination must bear repeats; events of one aggregate come in order. Called outside every transaction, on a thread of
 * its own, which is interrupted when {@link OutboxSettings#publishTimeout} is over; it bounds its calls by itself.
 */
public interface OutboxPublisher {

    /**
     * Delivers all of these or throws.
     *
     * @throws DestinationUnavailableException when the destination is away, too slow or overloaded: everything is kept
     *     and tried again, for as long as it takes
     * @throws RuntimeException when an event is refused: it is tried again a limited number of times and then put aside
     *     as a dead letter. Of many events, the relay finds out which one by itself
     */
    void publish(List<OutboxEvent> events);
}
