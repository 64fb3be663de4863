package io.cloudshop.orders.reconciliation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much of the books is compared at once. */
@ConfigMapping(prefix = "cloudshop.reconciliation")
public interface ReconciliationSettings {

    /** How long an admin's call may take before it answers with what it has, and a cursor. Default 15 s. */
    @WithDefault("15s")
    Duration longestAnswer();

    /** How far the minute's run looks back behind the last one: above every transaction and every difference of clocks. Default 1 min. */
    @WithDefault("1m")
    Duration overlap();

    /** How many changes of each book the minute's run looks at; the round through all orders finds the rest. Default 10 000. */
    @WithDefault("10000")
    int mostChanges();

    /** How many orders more the minute's run looks at, in a round through all of them. Default 1 000. */
    @WithDefault("1000")
    int sweptInAMinute();

    /** How long nobody else does the minute's run. Default 50 s. */
    @WithDefault("50s")
    Duration lease();
}
