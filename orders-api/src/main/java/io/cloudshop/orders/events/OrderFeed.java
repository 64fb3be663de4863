package io.cloudshop.orders.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Follows the stream and tells whoever on this replica watches the order. Thread-safe. */
@ApplicationScoped
class OrderFeed {

    private static final Logger LOG = Logger.getLogger(OrderFeed.class);
    private static final Duration WAIT = Duration.ofSeconds(1);
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    private final OrderStream stream;
    private final ObjectMapper json;
    private final ConcurrentHashMap<UUID, Set<Consumer<OrderEvent>>> watchers = new ConcurrentHashMap<>();

    private volatile boolean running;
    private Thread thread;

    OrderFeed(OrderStream stream, ObjectMapper json) {
        this.stream = stream;
        this.json = json;
    }

    /** Calls the watcher with every event of that order from now on, until {@link #unwatch}. */
    void watch(UUID orderId, Consumer<OrderEvent> watcher) {
        watchers.compute(orderId, (id, known) -> {
            Set<Consumer<OrderEvent>> all = known == null ? ConcurrentHashMap.newKeySet() : known;
            all.add(watcher);
            return all;
        });
    }

    void unwatch(UUID orderId, Consumer<OrderEvent> watcher) {
        watchers.computeIfPresent(orderId, (id, known) -> {
            known.remove(watcher);
            return known.isEmpty() ? null : known;
        });
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofVirtual().name("order-feed").start(this::follow);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        thread.interrupt();
        thread.join(WAIT.plusSeconds(2));
    }

    private void follow() {
        String position = null;
        while (running) {
            try {
                position = position == null ? stream.end() : readOn(position);
            } catch (RuntimeException redisIsAway) {
                LOG.debug("The order stream cannot be read; trying again", redisIsAway);
                pause();
            }
        }
    }

    private String readOn(String position) {
        String reached = position;
        for (OrderStream.Entry entry : stream.after(position, WAIT)) {
            tell(entry);
            reached = entry.position();
        }
        return reached;
    }

    private void tell(OrderStream.Entry entry) {
        try {
            OrderEvent event = json.readValue(entry.payload(), OrderEvent.class);
            watchers.getOrDefault(event.orderId(), Set.of()).forEach(watcher -> watcher.accept(event));
        } catch (JsonProcessingException | RuntimeException foreign) {
            // Whatever it is: reading it again, for ever, would be the end of all streams.
            LOG.warnf("Skipped entry %s of the order stream: it is not an order event", entry.position());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
