package io.cloudshop.products.catalogue;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Products that are on the catalogue; deleted ones are never among the answers. */
@ApplicationScoped
class ProductRepository implements PanacheRepositoryBase<Product, UUID> {

    /** One of them, whichever is at hand. */
    Optional<Product> findAnyLive() {
        return find("deletedAt is null order by sortName, id").firstResultOptional();
    }

    /** Nobody else edits the product or moves its stock until the transaction ends. */
    Optional<Product> findLiveLocked(UUID id) {
        return find("id = :id and deletedAt is null", Parameters.with("id", id))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    boolean isSkuTaken(String sku, UUID except) {
        return count(
                        "sku = :sku and id <> :except and deletedAt is null",
                        Parameters.with("sku", sku).and("except", except))
                > 0;
    }
}
