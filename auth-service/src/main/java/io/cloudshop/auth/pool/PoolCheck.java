package io.cloudshop.auth.pool;

import io.cloudshop.database.PoolShares;
import io.cloudshop.outbox.Outbox;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** No start with a pool of connections that is too small for all that may want one at once. */
@Startup
@ApplicationScoped
class PoolCheck {

    /** No request has a connection while it hashes a password, so few are enough. */
    private static final int REQUESTS = 4;

    PoolCheck() {
        shares().mustFit();
    }

    static PoolShares shares() {
        return new PoolShares()
                .add(REQUESTS, "requests")
                .add(3, "the removals of what has expired, and the age of the oldest erasure")
                .add(Outbox.CONNECTIONS, "the outbox")
                .add(1, "the mail that it sends");
    }
}
