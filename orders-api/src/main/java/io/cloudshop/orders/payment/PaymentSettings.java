package io.cloudshop.orders.payment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The payment provider. */
@ConfigMapping(prefix = "cloudshop.payment")
public interface PaymentSettings {

    /** How long an authorisation may take before it is in doubt; below the saga's lease. Default 8 s. */
    @WithDefault("8s")
    Duration timeout();
}
