package io.cloudshop.defaults.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What every access token must say, whoever issues or verifies it. */
@ConfigMapping(prefix = "cloudshop.token")
public interface TokenTerms {

    /** From issue to expiry; what a revocation has to outlast. */
    Duration LIFETIME = Duration.ofMinutes(15);

    /** How far the clocks of issuer and verifier may be apart. */
    Duration CLOCK_SKEW = Duration.ofSeconds(5);

    /** The claim {@code iss}, default {@code https://auth.cloudshop.example}. */
    @WithDefault("https://auth.cloudshop.example")
    String issuer();

    /** The claim {@code aud}, default {@code cloudshop}. */
    @WithDefault("cloudshop")
    String audience();
}
