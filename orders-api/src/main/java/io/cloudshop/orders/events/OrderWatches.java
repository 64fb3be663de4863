package io.cloudshop.orders.events;

import io.cloudshop.defaults.problem.CommonProblems;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The open streams of this replica: bounded in number and in time, kept alive, closed at shutdown. */
@ApplicationScoped
class OrderWatches {

    static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int MOST = 2_000;
    private static final int MOST_OF_ONE_USER = 10;

    private final OrderFeed feed;
    private final Clock clock;
    private final Map<OrderWatch, Consumer<OrderEvent>> open = new ConcurrentHashMap<>();

    OrderWatches(OrderFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    /** Opens a stream, or says 503 when there are too many, whoever else is opening one at the same moment. */
    void add(OrderWatch watch) {
        removeThoseOver();
        Consumer<OrderEvent> watcher = watch::send;
        synchronized (open) {
            refuseTooMany(watch.userId());
            open.put(watch, watcher);
        }
        feed.watch(watch.orderId(), watcher);
    }

    @Scheduled(every = "15s")
    void keepAlive() {
        removeThoseOver();
        open.keySet().forEach(OrderWatch::keepAlive);
    }

    void closeAll(@Observes ShutdownEvent event) {
        open.keySet().forEach(this::remove);
    }

    private void refuseTooMany(UUID userId) {
        long own = open.keySet().stream()
                .filter(watch -> watch.userId().equals(userId))
                .count();
        if (open.size() >= MOST || own >= MOST_OF_ONE_USER) {
            throw CommonProblems.unavailable(
                    "Too many event streams are open; close one or ask for the order itself.", null);
        }
    }

    private void removeThoseOver() {
        Instant now = clock.instant();
        open.keySet().stream().filter(watch -> watch.isOver(now)).forEach(this::remove);
    }

    private void remove(OrderWatch watch) {
        Consumer<OrderEvent> watcher = open.remove(watch);
        if (watcher != null) {
            feed.unwatch(watch.orderId(), watcher);
            watch.close();
        }
    }
}
