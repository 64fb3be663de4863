package io.cloudshop.orders.erasure;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How customers are forgotten who have deleted their account. */
@ConfigMapping(prefix = "cloudshop.erasures")
interface ErasureSettings {

    /** How often auth-service is asked whom to forget, at least 1 s; {@code off} never. Default 5 s. */
    @WithDefault("5s")
    String interval();

    /** How many are forgotten in one round, 1 to 100. Default 100. */
    @WithDefault("100")
    int atOnce();
}
