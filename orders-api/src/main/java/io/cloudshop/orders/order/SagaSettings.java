package io.cloudshop.orders.order;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently an order is taken through its checkout. */
@ConfigMapping(prefix = "cloudshop.saga")
public interface SagaSettings {

    /** How long one step may take before another replica takes the order over; above every timeout of a step. Default 15 s. */
    @WithDefault("15s")
    Duration lease();

    /** How long an order may stay PENDING before it is given up. Default 30 min. */
    @WithDefault("30m")
    Duration deadline();

    /** The wait after a step that could not be done, doubled each time and jittered. Default 500 ms. */
    @WithDefault("500ms")
    Duration firstRetry();

    /** The longest such wait. Default 10 s. */
    @WithDefault("10s")
    Duration longestRetry();

    /** On how many orders the recovery works at once; each may need a database connection, see PoolCheck. Default 4. */
    @WithDefault("4")
    int recoveryAtOnce();
}
