package io.cloudshop.orders.checkout;

import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderChanges;
import io.cloudshop.orders.order.OrderRepository;
import io.cloudshop.orders.order.SagaSettings;
import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Finishes what a crash or an outage left: orders whose lease ran out, on any number of replicas at once. */
@ApplicationScoped
class Recovery {

    private static final Logger LOG = Logger.getLogger(Recovery.class);
    private static final Duration KEYS_ARE_KEPT = Duration.ofHours(24);

    private final OrderRepository orders;
    private final OrderChanges changes;
    private final CheckoutSaga saga;
    private final IdempotencyKeys keys;
    private final SagaSettings settings;
    private final Clock clock;

    Recovery(
            OrderRepository orders,
            OrderChanges changes,
            CheckoutSaga saga,
            IdempotencyKeys keys,
            SagaSettings settings,
            Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.saga = saga;
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** One slow order does not hold up the others, and all together leave database connections to the rest. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void finishDueOrders() {
        List<UUID> first = leaseDue(settings.recoveryAtOnce());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            first.forEach(id -> threads.execute(() -> finishFrom(id)));
        }
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forgetOldKeys() {
        Instant old = clock.instant().minus(KEYS_ARE_KEPT);
        boolean more = true;
        while (more) {
            more = keys.deleteSomeBefore(old);
        }
    }

    /** Orders are leased when their turn comes, so that no lease runs out before it is used. */
    private void finishFrom(UUID first) {
        List<UUID> due = List.of(first);
        while (!due.isEmpty()) {
            due.forEach(this::advance);
            due = leaseNext();
        }
    }

    private List<UUID> leaseNext() {
        try {
            return leaseDue(1);
        } catch (RuntimeException databaseIsAway) {
            LOG.warnf("Recovery goes on in a second: %s", databaseIsAway.getMessage());
            return List.of();
        }
    }

    private List<UUID> leaseDue(int most) {
        Instant now = clock.instant();
        return orders.leaseDue(now, now.plus(settings.lease()), most);
    }

    private void advance(UUID id) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            Order order = saga.advance(changes.read(id));
            LOG.infof("Recovered order %s: %s, next step %s", id, order.status(), order.step());
        } catch (RuntimeException storeIsAway) {
            LOG.warnf("Order %s stays where it is until its lease ends: %s", id, storeIsAway.getMessage());
        } finally {
            request.terminate();
        }
    }
}
