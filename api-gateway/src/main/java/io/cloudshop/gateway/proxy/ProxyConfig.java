package io.cloudshop.gateway.proxy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway talks to the services behind it. */
@ConfigMapping(prefix = "cloudshop.gateway.proxy")
interface ProxyConfig {

    /** Time to open a connection, duration; default 1 s. */
    @WithDefault("1s")
    Duration connectTimeout();

    /** Time to wait for a free connection or a new one, duration; default 2 s. */
    @WithDefault("2s")
    Duration connectionWait();

    /** Time an upstream may be silent in the middle of an answer, duration; default 60 s, below the server's own 75 s. */
    @WithDefault("60s")
    Duration silenceTimeout();

    /** Time to keep an unused connection, duration; default 5 s, below the 10 s for which a service that leaves serves on. */
    @WithDefault("5s")
    Duration keepAlive();

    /** Connections to one upstream for each event loop, of which there is one a processor, count; default 64. */
    @WithDefault("64")
    int connections();

    /** Connections to one upstream for event streams, which hold theirs for long, count; default 1024. */
    @WithDefault("1024")
    int eventStreams();

    /** Requests of an event loop that may wait for a connection before more are refused, count; default 128. */
    @WithDefault("128")
    int waitingRequests();
}
