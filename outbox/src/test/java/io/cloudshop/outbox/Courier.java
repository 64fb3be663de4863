package io.cloudshop.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A publisher that writes down what it delivers, event by event, and fails as a test wants it to. */
@ApplicationScoped
public class Courier implements OutboxPublisher {

    private static final Consumer<OutboxEvent> WILLING = event -> {};

    private final List<OutboxEvent> delivered = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private volatile Consumer<OutboxEvent> before = WILLING;
    private volatile Consumer<List<OutboxEvent>> after = events -> {};

    @Override
    public void publish(List<OutboxEvent> events) {
        calls.incrementAndGet();
        for (OutboxEvent event : events) {
            before.accept(event);
            delivered.add(event);
        }
        after.accept(events);
    }

    /** Called with each event before its delivery; what it throws is the failure of the whole call. */
    void before(Consumer<OutboxEvent> obstacle) {
        before = obstacle;
    }

    void after(Consumer<List<OutboxEvent>> obstacle) {
        after = obstacle;
    }

    void recover() {
        before = WILLING;
        after = events -> {};
    }

    void forget() {
        recover();
        delivered.clear();
        calls.set(0);
    }

    List<OutboxEvent> delivered() {
        return List.copyOf(delivered);
    }

    int calls() {
        return calls.get();
    }

    /** Waits until it is interrupted, as a call without any timeout does. */
    static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException givenUp) {
            throw new IllegalStateException("given up", givenUp);
        }
    }
}
