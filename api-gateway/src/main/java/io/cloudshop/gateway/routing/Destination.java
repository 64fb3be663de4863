package io.cloudshop.gateway.routing;

import io.cloudshop.gateway.metrics.RequestLabels;
import java.util.Locale;

/** Who answers a request: one of the services behind the gateway, the gateway itself, or nobody. */
public enum Destination {
    AUTH,
    PRODUCTS,
    ORDERS,
    GATEWAY,
    NOBODY;

    public boolean isUpstream() {
        return this != GATEWAY && this != NOBODY;
    }

    /** As metrics spell it: what the gateway answers itself has no upstream. */
    public String label() {
        return isUpstream() ? name().toLowerCase(Locale.ROOT) : RequestLabels.NO_UPSTREAM;
    }
}
