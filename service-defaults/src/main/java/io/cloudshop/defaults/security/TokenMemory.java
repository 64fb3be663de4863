package io.cloudshop.defaults.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How verified tokens are remembered. */
@ConfigMapping(prefix = "cloudshop.token.memory")
interface TokenMemory {

    /** Verified tokens to remember at most, count; default 10000. */
    @WithDefault("10000")
    long most();

    /** Time to remember one, never beyond its own expiry, duration; default 60 s. */
    @WithDefault("60s")
    Duration lasts();
}
