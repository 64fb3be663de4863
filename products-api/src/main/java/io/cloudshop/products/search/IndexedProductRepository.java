package io.cloudshop.products.search;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Products as the index sees them. */
@ApplicationScoped
class IndexedProductRepository implements PanacheRepositoryBase<IndexedProduct, UUID> {

    private static final long INDEX_LOCK = 0x696e646578L;
    private static final String ANNOUNCE_ALL = """
            INSERT INTO outbox_event (aggregate_id, type)
            SELECT id, 'ProductChanged' FROM product WHERE deleted_at IS NULL ORDER BY id""";

    List<IndexedProduct> findLive(Collection<UUID> ids) {
        return list("id in :ids and deletedAt is null", Parameters.with("ids", ids));
    }

    boolean hasLive() {
        return count("deletedAt is null") > 0;
    }

    /** Nobody else makes or fills the index until the transaction ends. */
    void lockIndex() {
        getEntityManager()
                .createNativeQuery("SELECT pg_advisory_xact_lock(:lock)", Object.class)
                .setParameter("lock", INDEX_LOCK)
                .getSingleResult();
    }

    /** Puts every product on its way to the index and gives their number. */
    int announceAll() {
        return getEntityManager().createNativeQuery(ANNOUNCE_ALL).executeUpdate();
    }
}
