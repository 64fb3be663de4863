package io.cloudshop.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How many requests of each kind a client may send, a client being a user or, without a good token, an address. */
@ConfigMapping(prefix = "cloudshop.rate-limit")
interface RateLimitConfig {

    /** False lets everybody send as much as they like; default true. */
    @WithDefault("true")
    boolean enabled();

    /** Requests that read, a minute; default 3000. */
    @WithDefault("3000")
    @Min(1)
    @Max(1_000_000)
    int read();

    /** Requests that change something, a minute; default 600. */
    @WithDefault("600")
    @Min(1)
    @Max(1_000_000)
    int write();

    /** Requests that have to do with signing in, a minute; default 60. */
    @WithDefault("60")
    @Min(1)
    @Max(1_000_000)
    int auth();

    /** Imports of products, a minute; default 6. */
    @WithName("import")
    @WithDefault("6")
    @Min(1)
    @Max(1_000_000)
    int imports();

    /** Replicas of the gateway, count: while Redis is away each grants its share of a limit; default 1. */
    @WithDefault("1")
    @Min(1)
    @Max(1000)
    int replicas();

    /** Time that Redis may take to answer before this replica counts by itself, duration; default 20 ms. */
    @WithDefault("20ms")
    @DurationMin(millis = 1)
    @DurationMax(seconds = 5)
    Duration patience();

    /** Time between two looks at whether Redis is there, duration; default 1 s. */
    @WithDefault("1s")
    @DurationMin(millis = 10)
    @DurationMax(minutes = 1)
    Duration lookEvery();

    /** Clients that this replica counts by itself at most, those that come most rarely are forgotten; default 100000. */
    @WithDefault("100000")
    @Min(1)
    @Max(10_000_000)
    long localClients();
}
