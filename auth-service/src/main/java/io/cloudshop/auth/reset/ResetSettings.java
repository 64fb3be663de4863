package io.cloudshop.auth.reset;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long a link to set a new password is good. */
@ConfigMapping(prefix = "cloudshop.password-resets")
public interface ResetSettings {

    /** How long a link can be used, and how long somebody waits for it at most. Default 30 minutes; at most a day. */
    @WithDefault("30m")
    @DurationMin(minutes = 1)
    @DurationMax(days = 1)
    Duration lifetime();

    /** How often what has expired is removed, at least 1 s; {@code off} never. Default 1 hour. */
    @WithDefault("1h")
    String removalInterval();

    /** How many rows one transaction of the removal takes at most. Default 1000. */
    @WithDefault("1000")
    int removalBatch();
}
