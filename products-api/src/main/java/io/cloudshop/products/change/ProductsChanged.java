package io.cloudshop.products.change;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Products were changed. Fired inside the transaction that changes them, it is news once that has committed.
 *
 * @param ids those that clients may have seen before
 * @param isListed whether lists may have others, or in another order, than before; a sale leaves them alone
 */
public record ProductsChanged(Set<UUID> ids, boolean isListed) {

    public ProductsChanged {
        ids = Set.copyOf(ids);
    }

    /** Added, edited or deleted. */
    public static ProductsChanged listed(Collection<UUID> ids) {
        return new ProductsChanged(Set.copyOf(ids), true);
    }

    /** More or fewer can be sold. */
    public static ProductsChanged stocked(Collection<UUID> ids) {
        return new ProductsChanged(Set.copyOf(ids), false);
    }
}
