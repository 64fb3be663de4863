package io.cloudshop.auth.refresh;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long a session lasts. */
@ConfigMapping(prefix = "cloudshop.sessions")
public interface RefreshSettings {

    /** How long a session lasts in which nothing happens. Default 14 days. */
    @WithDefault("14d")
    Duration idleLifetime();

    /** How long a session lasts at most, whatever happens in it. Default 90 days. */
    @WithDefault("90d")
    Duration absoluteLifetime();

    /** How often what has expired is removed, at least 1 s; {@code off} never. Default 1 hour. */
    @WithDefault("1h")
    String removalInterval();

    /** How many rows one transaction of the removal takes at most. Default 1000. */
    @WithDefault("1000")
    int removalBatch();
}
