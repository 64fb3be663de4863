package io.cloudshop.products.search;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.products.problem.ProductsProblems;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;

/** There is a rebuild already; its address is in the header Location. */
class RebuildInProgressException extends DomainException {

    /** @param running null where it has ended by now */
    RebuildInProgressException(UUID running) {
        super(ProductsProblems.REBUILD_IN_PROGRESS, "The search index is being rebuilt already; see Location.");
        if (running != null) {
            header(HttpHeaders.LOCATION, RebuildResource.locationOf(running).toString());
        }
    }
}
