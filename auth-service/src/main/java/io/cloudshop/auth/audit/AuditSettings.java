package io.cloudshop.auth.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long security events are kept. */
@ConfigMapping(prefix = "cloudshop.security-events")
public interface AuditSettings {

    /** How long an event is kept, at least 8 days: the database lets nobody remove one that is a week old. Default 90 days. */
    @WithDefault("90d")
    Duration retention();

    /** How often older events are removed, at least 1 s; {@code off} never. Default 1 hour. */
    @WithDefault("1h")
    String removalInterval();

    /** How many events one transaction of the removal takes at most. Default 1000. */
    @WithDefault("1000")
    int removalBatch();
}
