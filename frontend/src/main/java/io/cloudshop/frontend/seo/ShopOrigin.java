package io.cloudshop.frontend.seo;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the shop is in public: the first of its origins. What a request says of it (Host) is not to be believed. Immutable. */
@ApplicationScoped
class ShopOrigin {

    private final String origin;

    ShopOrigin(@ConfigProperty(name = "cloudshop.shop.origin") List<String> origins) {
        this.origin = origins.getFirst().strip().replaceAll("/+$", "");
    }

    /** @param path on the shop's host, or a whole address, which stays as it is */
    String address(String path) {
        return path.startsWith("/") ? origin + path : path;
    }
}
