package io.cloudshop.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * What a password hash costs. Changed values apply at each user's next login. Defaults: OWASP's memory for Argon2id,
 * and passes for about 100 ms on one core, see docs/numbers.md.
 */
@ConfigMapping(prefix = "cloudshop.password-hashing")
public interface HashingConfig {

    /** Memory of one hash in KiB, default 19456 (19 MiB). */
    @WithDefault("19456")
    int memoryKib();

    /** Passes over the memory, default 4. */
    @WithDefault("4")
    int iterations();

    /** Lanes, default 1. */
    @WithDefault("1")
    int parallelism();

    /** Hashes computed at the same time, default the number of processors; times the memory, this is the most they use. */
    OptionalInt concurrency();

    /** How long a request waits for its turn before it is answered 503, default 3 s. */
    @WithDefault("3s")
    Duration maxWait();
}
