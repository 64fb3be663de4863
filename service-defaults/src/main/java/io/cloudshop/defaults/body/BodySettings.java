package io.cloudshop.defaults.body;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** How large a body may be. {@code quarkus.http.limits.max-body-size}, which stands behind it, must allow the largest. */
@ConfigMapping(prefix = "cloudshop.body")
interface BodySettings {

    /** Largest body, bytes with unit; default 1 MiB. */
    @WithDefault("1M")
    MemorySize limit();

    /** Largest body of the few paths that take more, by the path, in which {@code *} is any one segment, bytes with unit; default none. */
    Map<String, MemorySize> larger();
}
