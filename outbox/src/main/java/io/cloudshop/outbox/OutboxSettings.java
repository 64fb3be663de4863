package io.cloudshop.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the relay works. */
@ConfigMapping(prefix = "cloudshop.outbox")
public interface OutboxSettings {

    /** How long an idle relay waits before it looks again; appends in this process wake it at once. Default 250 ms. */
    @WithDefault("250ms")
    Duration pollInterval();

    /** How many aggregates one round takes on. Default 100. */
    @WithDefault("100")
    int aggregatesPerRound();

    /** How many events one round delivers at most. Default 1 000. */
    @WithDefault("1000")
    int eventsPerRound();

    /** How long one call of the publisher may take before it is given up; above the publisher's own timeouts. Default 20 s. */
    @WithDefault("20s")
    Duration publishTimeout();

    /** After how long a round begins no further call, so that what it did is recorded. Default 15 s. */
    @WithDefault("15s")
    Duration roundTime();

    /** After how many failed deliveries an event becomes a dead letter. Default 8. */
    @WithDefault("8")
    int maxAttempts();

    /** The longest wait between two attempts; waits double from 500 ms and are jittered. Default 30 s. */
    @WithDefault("30s")
    Duration maxBackOff();

    /** How often the lag gauges are read from the database, at least 1 s. Default 5 s. */
    @WithDefault("5s")
    Duration lagInterval();
}
