package io.cloudshop.defaults.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What every access token must say, whoever issues or verifies it. */
@ConfigMapping(prefix = "cloudshop.token")
public interface TokenTerms {

    /** The claim {@code iss}, default {@code https://auth.cloudshop.example}. */
    @WithDefault("https://auth.cloudshop.example")
    String issuer();

    /** The claim {@code aud}, default {@code cloudshop}. */
    @WithDefault("cloudshop")
    String audience();
}
