package io.cloudshop.gateway.token;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How verified tokens are remembered. */
@ConfigMapping(prefix = "cloudshop.gateway.token")
interface TokenConfig {

    /** Verified tokens to remember at most, count; default 10000. */
    @WithDefault("10000")
    long remembered();

    /** Time to remember one, never beyond its own expiry, duration; default 60 s. */
    @WithDefault("60s")
    Duration rememberedFor();

    /** Time a verification may take, a fetch of the keys included, duration; default 5 s. */
    @WithDefault("5s")
    Duration patience();
}
