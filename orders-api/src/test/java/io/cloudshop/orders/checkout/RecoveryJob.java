package io.cloudshop.orders.checkout;

import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderChanges;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets tests run the recovery job at once; the schedule goes on beside it as another replica's would. */
@ApplicationScoped
public class RecoveryJob {

    private final Recovery recovery;
    private final CheckoutSaga saga;
    private final OrderChanges changes;

    RecoveryJob(Recovery recovery, CheckoutSaga saga, OrderChanges changes) {
        this.recovery = recovery;
        this.saga = saga;
        this.changes = changes;
    }

    public void finishDueOrders() {
        recovery.finishDueOrders();
    }

    public void forgetOldKeys() {
        recovery.forgetOldKeys();
    }

    /** As if a lease had ended while its holder was still at work: both have read the same row. */
    public void advanceTwiceAtOnce(UUID orderId) {
        Order seenByOne = changes.read(orderId);
        Order seenByTheOther = changes.read(orderId);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(List.of(() -> advance(seenByOne), () -> advance(seenByTheOther)))
                    .forEach(Future::resultNow);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Order advance(Order order) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            return saga.advance(order);
        } finally {
            request.terminate();
        }
    }
}
