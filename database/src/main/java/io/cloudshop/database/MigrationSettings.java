package io.cloudshop.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently the schema is migrated. */
@ConfigMapping(prefix = "cloudshop.migrations")
public interface MigrationSettings {

    /** How often a migration is tried that does not get a lock within lock_timeout. Default 30. */
    @WithDefault("30")
    int attempts();

    /** The pause between two attempts, half to the whole of it, in which everybody else gets on. Default 4 s. */
    @WithDefault("4s")
    Duration pause();

    /** How long a replica waits for another one that migrates. Default 1 h. */
    @WithDefault("1h")
    Duration othersTakeAtMost();
}
