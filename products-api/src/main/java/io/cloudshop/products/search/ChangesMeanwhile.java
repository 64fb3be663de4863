package io.cloudshop.products.search;

import io.cloudshop.database.ScalarQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which products changed while an index is made. The publisher notes them before it reads them: whatever is read after they
 * were taken from here is as new as what went into the published index, or newer.
 */
@ApplicationScoped
@Transactional
class ChangesMeanwhile {

    private static final String NOTE = """
            INSERT INTO search_rebuild_change (product_id)
            SELECT unnest(CAST(:ids AS uuid[])) WHERE EXISTS (SELECT FROM search_rebuild WHERE status = 'RUNNING')""";

    private static final String TAKE = "DELETE FROM search_rebuild_change RETURNING product_id";

    private static final String ANNOUNCE = """
            WITH taken AS (DELETE FROM search_rebuild_change RETURNING product_id)
            INSERT INTO outbox_event (aggregate_id, type) SELECT DISTINCT product_id, 'ProductChanged' FROM taken""";

    /**
     * Products, changes on their way to the published index, and changes in it that the next one lacks. In one statement:
     * each has a snapshot of its own.
     */
    private static final String BALANCE = """
            SELECT (SELECT count(*) FROM product WHERE deleted_at IS NULL) AS products,
                   (SELECT count(*) FROM search_rebuild_change)
                 + (SELECT count(*) FROM outbox_event WHERE type = 'ProductChanged') AS unsettled""";

    private static final String AMONG = """
            SELECT product_id FROM search_rebuild_change WHERE product_id = ANY (:ids)
             UNION SELECT aggregate_id FROM outbox_event WHERE type = 'ProductChanged' AND aggregate_id = ANY (:ids)""";

    /** After an import the changes of all products may be on their way. */
    private static final String BEHIND = """
            WITH stretch AS (
                     SELECT coalesce((SELECT id FROM product WHERE id > :after AND deleted_at IS NULL
                                       ORDER BY id OFFSET :size LIMIT 1),
                                     CAST('ffffffff-ffff-ffff-ffff-ffffffffffff' AS uuid)) AS last)
            SELECT product_id FROM search_rebuild_change, stretch WHERE product_id > :after AND product_id <= last
             UNION
            SELECT aggregate_id FROM outbox_event, stretch
             WHERE dead_at IS NULL AND type = 'ProductChanged' AND aggregate_id > :after AND aggregate_id <= last
             UNION
            SELECT aggregate_id FROM outbox_event WHERE dead_at IS NOT NULL AND type = 'ProductChanged'""";

    /** So many products of a stretch may be deleted before it is read, which then ends further on. */
    private static final int DELETED_MEANWHILE = 1_000;

    private final EntityManager database;

    ChangesMeanwhile(EntityManager database) {
        this.database = database;
    }

    /** Nothing where no index is made. */
    void note(Collection<UUID> products) {
        database.createNativeQuery(NOTE)
                .setParameter("ids", products.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** All of them, each once; they are gone from here. */
    List<UUID> take() {
        return products(ScalarQuery.of(database, TAKE, UUID.class)).distinct().toList();
    }

    /** Sends what is noted here through the outbox once more. */
    @Transactional(Transactional.TxType.MANDATORY)
    void announce() {
        database.createNativeQuery(ANNOUNCE).executeUpdate();
    }

    /** Those of these that changed, and the change is not in every index yet. */
    Set<UUID> unsettledAmong(Collection<UUID> products) {
        return products(ScalarQuery.of(database, AMONG, UUID.class).setParameter("ids", products.toArray(UUID[]::new)))
                .collect(Collectors.toSet());
    }

    /** The same of the stretch of so many products behind an id, and maybe of some more. */
    Set<UUID> unsettledBehind(UUID after, int size) {
        return products(ScalarQuery.of(database, BEHIND, UUID.class)
                        .setParameter("after", after)
                        .setParameter("size", size + DELETED_MEANWHILE))
                .collect(Collectors.toSet());
    }

    /** How things stand at the moment. */
    Balance balance() {
        return (Balance) database.createNativeQuery(BALANCE, Balance.class).getSingleResult();
    }

    /**
     * @param products on offer
     * @param unsettled by how many of them an index may differ, at most
     */
    record Balance(long products, long unsettled) {}

    private static Stream<UUID> products(Query query) {
        List<?> ids = query.getResultList();
        return ids.stream().map(UUID.class::cast);
    }
}
