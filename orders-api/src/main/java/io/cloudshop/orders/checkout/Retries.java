package io.cloudshop.orders.checkout;

import io.cloudshop.defaults.BackOff;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderChanges;
import io.cloudshop.orders.order.SagaSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.jboss.logging.Logger;

/** Leaves an order that cannot go on now to the recovery job, and lets its customer go with a 202. */
@ApplicationScoped
class Retries {

    private static final Logger LOG = Logger.getLogger(Retries.class);

    private final OrderChanges changes;
    private final CheckoutAnswers answers;
    private final BackOff backOff;

    Retries(OrderChanges changes, CheckoutAnswers answers, SagaSettings settings) {
        this.changes = changes;
        this.answers = answers;
        this.backOff = new BackOff(settings.firstRetry(), settings.longestRetry());
    }

    Order later(Order order, RuntimeException why) {
        Duration wait = backOff.after(order.attempts() + 1);
        LOG.infof("Order %s waits %d ms at %s: %s", order.id(), wait.toMillis(), order.step(), why.getMessage());
        Order waiting = changes.apply(order, Map.of(), (found, now) -> found.postpone(now.plus(wait)));
        answers.undecided(waiting);
        return waiting;
    }
}
