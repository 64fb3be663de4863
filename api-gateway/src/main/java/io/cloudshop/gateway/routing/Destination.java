package io.cloudshop.gateway.routing;

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
}
