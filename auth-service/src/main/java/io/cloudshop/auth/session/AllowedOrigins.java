package io.cloudshop.auth.session;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose pages may use the cookie: a second wall behind {@code SameSite}, to which all names below one domain are the same
 * site. Browsers always say where a POST comes from; what says nothing is no browser.
 */
@ApplicationScoped
class AllowedOrigins {

    private final Set<String> origins;

    /** @param origins those of the shop, scheme, host and port, separated by commas; default the local shop by both its names */
    AllowedOrigins(@ConfigProperty(name = "cloudshop.shop.origin") Set<String> origins) {
        this.origins = origins;
    }

    /** @param origin the header {@code Origin}, null for none */
    void require(String origin) {
        if (origin != null && !origins.contains(origin)) {
            throw new DomainException(CommonProblems.FORBIDDEN, "Pages of this origin may not use the session.");
        }
    }
}
