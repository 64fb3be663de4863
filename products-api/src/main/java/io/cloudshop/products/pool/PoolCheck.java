package io.cloudshop.products.pool;

import io.cloudshop.database.PoolShares;
import io.cloudshop.outbox.Outbox;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** No start with a pool of connections that is too small for all that may want one at once. */
@Startup
@ApplicationScoped
class PoolCheck {

    /** What the outbox reads of changed products. */
    private static final int PUBLISHER = 1;

    /** The end of old reservations; the search index being made anew, which reads by one connection. */
    private static final int JOBS = 2;

    /** Requests wait for each other, but not for the background alone. */
    private static final int REQUESTS = 3;

    PoolCheck() {
        shares().mustFit();
    }

    static PoolShares shares() {
        return new PoolShares()
                .add(Outbox.CONNECTIONS + PUBLISHER, "the outbox")
                .add(JOBS, "jobs")
                .add(REQUESTS, "requests");
    }
}
