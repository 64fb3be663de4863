package io.cloudshop.gateway.routing;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a route allows its requests. */
@ConfigMapping(prefix = "cloudshop.gateway.routing")
interface RoutingConfig {

    /** Largest request body, bytes with unit; default 1 MiB. */
    @WithDefault("1M")
    MemorySize bodyLimit();

    /** Largest body of a product import, bytes with unit; default 32 MiB. */
    @WithDefault("32M")
    MemorySize importBodyLimit();

    /** Largest file of a product's picture, bytes with unit; default 5 MiB. */
    @WithDefault("5M")
    MemorySize pictureBodyLimit();

    /** Time an upstream has to begin its answer once it has the request, duration; default 10 s. */
    @WithDefault("10s")
    Duration responseTimeout();

    /** The same for a checkout, which waits for a payment provider, duration; default 20 s. */
    @WithDefault("20s")
    Duration checkoutTimeout();

    /** The same for event streams, which may begin with the first event, for imports and for pictures, duration; default 60 s. */
    @WithDefault("60s")
    Duration longRunningTimeout();
}
