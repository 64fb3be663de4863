package io.cloudshop.orders.pool;

import io.cloudshop.database.PoolShares;
import io.cloudshop.orders.checkout.CheckoutSettings;
import io.cloudshop.orders.order.SagaSettings;
import io.cloudshop.outbox.Outbox;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** No start with a pool of connections that is too small for all that may want one at once. */
@Startup
@ApplicationScoped
class PoolCheck {

    /** The recovery's own look for due orders, the reconciliation; and, now and then, the end of old keys or of customers. */
    private static final int JOBS = 2;

    /** Whoever reads or cancels orders while all others are busy waits for one of these, not for all. */
    private static final int OTHER_REQUESTS = 2;

    PoolCheck(CheckoutSettings checkout, SagaSettings saga) {
        shares(checkout, saga).mustFit();
    }

    static PoolShares shares(CheckoutSettings checkout, SagaSettings saga) {
        return new PoolShares()
                .add(checkout.atOnce(), "checkouts (cloudshop.checkout.at-once)")
                .add(saga.recoveryAtOnce(), "recovery (cloudshop.saga.recovery-at-once)")
                .add(Outbox.CONNECTIONS, "the outbox")
                .add(JOBS, "jobs")
                .add(OTHER_REQUESTS, "other requests");
    }
}
