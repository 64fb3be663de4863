package io.cloudshop.defaults.edge;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.http.HttpServerOptions;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What a request may cost before anybody knows what it asks for.
 *
 * @param http how large its head may be; of a server's options a transport gets to see only what does not concern HTTP
 * @param patience how long its head may take, and how long its body may be behind ({@code cloudshop.edge.patience},
 *     duration; default 10 s)
 * @param bytesPerSecond how fast its body has to come ({@code cloudshop.edge.bytes-per-second}; default 4096)
 */
record EdgeLimits(HttpServerOptions http, Duration patience, long bytesPerSecond) {

    static EdgeLimits of(Config config) {
        return new EdgeLimits(
                http(config),
                config.getOptionalValue("cloudshop.edge.patience", Duration.class)
                        .orElse(Duration.ofSeconds(10)),
                config.getOptionalValue("cloudshop.edge.bytes-per-second", Long.class)
                        .orElse(4096L));
    }

    private static HttpServerOptions http(Config config) {
        HttpServerOptions limits = new HttpServerOptions();
        config.getOptionalValue("quarkus.http.limits.max-header-size", MemorySize.class)
                .ifPresent(size -> limits.setMaxHeaderSize(Math.toIntExact(size.asLongValue())));
        config.getOptionalValue("quarkus.http.limits.max-initial-line-length", Integer.class)
                .ifPresent(limits::setMaxInitialLineLength);
        return limits;
    }
}
