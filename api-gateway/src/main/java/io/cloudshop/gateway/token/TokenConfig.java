package io.cloudshop.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How tokens are verified. */
@ConfigMapping(prefix = "cloudshop.gateway.token")
interface TokenConfig {

    /** Time a verification may take, a fetch of the keys included, duration; default 5 s. */
    @WithDefault("5s")
    Duration patience();
}
