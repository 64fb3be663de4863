package io.cloudshop.outbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Takes some events as far as they go. All are tried together; what fails is halved until the events are found that
 * fail alone, and behind these the rest of their aggregate waits. Not thread-safe.
 *
 * <p>A failure that looks like an outage is the event's own when the destination takes another one right after it, or
 * right before it for an event that has failed before. When it does not, the pass ends, and nothing counts as an attempt.
 */
final class DeliveryPass {

    private final Function<List<OutboxEvent>, Throwable> publisher;
    private final Deque<List<OutboxEvent>> ahead = new ArrayDeque<>();
    private final Set<UUID> held = new HashSet<>();
    private final List<OutboxEvent> delivered = new ArrayList<>();
    private final Map<OutboxEvent, Throwable> refused = new LinkedHashMap<>();

    private OutboxEvent suspect;
    private Throwable suspicion;
    private Throwable outage;
    private boolean destinationAnswers;

    /** @param publisher delivers all, or gives the reason why not */
    DeliveryPass(List<OutboxEvent> events, Function<List<OutboxEvent>, Throwable> publisher) {
        this.publisher = publisher;
        Set<UUID> doubtful = new HashSet<>();
        events.stream()
                .filter(event -> event.attempts() > 0)
                .map(OutboxEvent::aggregateId)
                .forEach(doubtful::add);
        // What failed before is tried by itself, after all others.
        add(events.stream()
                .filter(event -> !doubtful.contains(event.aggregateId()))
                .toList());
        events.stream()
                .filter(event -> doubtful.contains(event.aggregateId()))
                .map(List::of)
                .forEach(this::add);
    }

    /**
     * Runs until everything was tried, the destination turns out to be away, or there is no more time; the one call that
     * tells an outage from a bad event is made in any case.
     */
    void run(BooleanSupplier timeIsLeft) {
        while (outage == null && !ahead.isEmpty() && (suspect != null || timeIsLeft.getAsBoolean())) {
            List<OutboxEvent> next = next();
            if (!next.isEmpty()) {
                take(next, publisher.apply(next));
            }
        }
        outage = outage == null ? suspicion : outage;
    }

    List<OutboxEvent> delivered() {
        return delivered;
    }

    /** Events that failed alone, each with its reason. */
    Map<OutboxEvent, Throwable> refused() {
        return refused;
    }

    /** Why nothing can be delivered at the moment. */
    Optional<Throwable> outage() {
        return Optional.ofNullable(outage);
    }

    /** Whether time was up before everything was tried. */
    boolean isCutShort() {
        return outage == null && !ahead.isEmpty();
    }

    /** How many events need no more work in this round. */
    int settled() {
        return delivered.size() + refused.size();
    }

    private void take(List<OutboxEvent> events, Throwable failure) {
        if (failure == null) {
            destinationAnswers();
            delivered.addAll(events);
        } else if (failure instanceof DestinationUnavailableException) {
            looksLikeAnOutage(events, failure);
        } else {
            if (!(failure instanceof TimeoutException)) {
                destinationAnswers();
            }
            refusedAmong(events, failure);
        }
    }

    private void destinationAnswers() {
        destinationAnswers = true;
        if (suspect != null) {
            refused.put(suspect, suspicion);
            suspect = null;
            suspicion = null;
        }
    }

    private void looksLikeAnOutage(List<OutboxEvent> events, Throwable failure) {
        if (events.size() > 1) {
            split(events, destinationAnswers ? events.size() / 2 : 1);
        } else if (destinationAnswers && events.getFirst().attempts() > 0) {
            refuse(events.getFirst(), failure);
        } else if (suspect != null) {
            outage = failure;
        } else {
            suspect = events.getFirst();
            suspicion = failure;
            destinationAnswers = false;
            held.add(suspect.aggregateId());
        }
    }

    private void refusedAmong(List<OutboxEvent> events, Throwable failure) {
        if (events.size() > 1) {
            split(events, events.size() / 2);
        } else {
            refuse(events.getFirst(), failure);
        }
    }

    private void refuse(OutboxEvent event, Throwable failure) {
        refused.put(event, failure);
        held.add(event.aggregateId());
    }

    /** One alone while it has to be found out whether the destination is there at all. */
    private List<OutboxEvent> next() {
        List<OutboxEvent> chunk = ahead.pop().stream()
                .filter(event -> !held.contains(event.aggregateId()))
                .toList();
        if (suspect == null || chunk.size() <= 1) {
            return chunk;
        }
        split(chunk, 1);
        return ahead.pop();
    }

    private void split(List<OutboxEvent> events, int at) {
        ahead.push(events.subList(at, events.size()));
        ahead.push(events.subList(0, at));
    }

    private void add(List<OutboxEvent> events) {
        if (!events.isEmpty()) {
            ahead.add(events);
        }
    }
}
