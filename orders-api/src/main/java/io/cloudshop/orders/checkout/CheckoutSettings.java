package io.cloudshop.orders.checkout;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many checkouts a replica takes on. */
@ConfigMapping(prefix = "cloudshop.checkout")
public interface CheckoutSettings {

    /** Checkouts worked on at once; each may need a database connection, see PoolCheck. Default 16. */
    @WithDefault("16")
    int atOnce();

    /** How long one more waits for its turn, within the gateway's patience. Default 15 s. */
    @WithDefault("15s")
    Duration longestWait();
}
