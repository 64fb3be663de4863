package io.cloudshop.orders.checkout;

import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderChanges;
import io.cloudshop.orders.order.SagaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Leaves an order that cannot go on now to the recovery job, and lets its customer go with a 202. */
@ApplicationScoped
class Retries {

    private static final Logger LOG = Logger.getLogger(Retries.class);
    private static final int MOST_DOUBLINGS = 16;

    private final OrderChanges changes;
    private final CheckoutAnswers answers;
    private final SagaSettings settings;

    Retries(OrderChanges changes, CheckoutAnswers answers, SagaSettings settings) {
        this.changes = changes;
        this.answers = answers;
        this.settings = settings;
    }

    Order later(Order order, RuntimeException why) {
        Duration wait = waitAfter(order.attempts());
        LOG.infof("Order %s waits %d ms at %s: %s", order.id(), wait.toMillis(), order.step(), why.getMessage());
        Order waiting = changes.apply(order, Map.of(), (found, now) -> found.postpone(now.plus(wait)));
        answers.undecided(waiting);
        return waiting;
    }

    private Duration waitAfter(int attempts) {
        long whole = Math.min(
                settings.firstRetry().toMillis() << Math.min(attempts, MOST_DOUBLINGS),
                settings.longestRetry().toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(whole / 2, whole + 1));
    }
}
