package io.cloudshop.gateway.cors;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** Which browsers may call the API from pages of another origin. */
@ConfigMapping(prefix = "cloudshop.gateway.cors")
interface CorsConfig {

    /** Origins of the shop, scheme, host and port, separated by commas; default the local shop by both its names. */
    @WithDefault("http://localhost:3000,http://127.0.0.1:3000")
    Set<String> origins();

    /** Time a browser may remember a preflight answer, duration; default 10 min. */
    @WithDefault("10m")
    Duration preflightMaxAge();
}
