package io.cloudshop.images;

import java.util.List;

/** The services that have an image, in the order in which they need each other. */
public final class Services {

    public static final List<String> ALL =
            List.of("auth-service", "products-api", "orders-api", "api-gateway", "frontend");

    private Services() {}
}
