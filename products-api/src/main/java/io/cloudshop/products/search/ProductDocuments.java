package io.cloudshop.products.search;

import io.cloudshop.database.ScalarQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Products as the index sees them; each read has a transaction of its own, and sees what is committed by then. */
@ApplicationScoped
@Transactional
class ProductDocuments {

    static final UUID BEFORE_ALL = new UUID(0, 0);

    private static final String AMONG = " where id in :ids and deletedAt is null";
    private static final String AFTER = " where id > :after and deletedAt is null order by id";

    private static final String SOME = """
            SELECT id FROM generate_series(1, :number),
                   LATERAL (SELECT id FROM product ORDER BY id
                            OFFSET floor(random() * (SELECT count(*) FROM product) + 0 * generate_series) LIMIT 1) AS chosen
             UNION SELECT coalesce((SELECT id FROM product ORDER BY id DESC OFFSET :size LIMIT 1), CAST(:zero AS uuid))""";

    private final EntityManager entities;

    ProductDocuments(EntityManager entities) {
        this.entities = entities;
    }

    <T extends ProductDocument> List<T> findLive(Class<T> type, Collection<UUID> ids) {
        return entities.createQuery("from " + type.getSimpleName() + AMONG, type)
                .setParameter("ids", ids)
                .getResultList();
    }

    <T extends ProductDocument> List<T> findLiveAfter(Class<T> type, UUID id, int limit) {
        return entities.createQuery("from " + type.getSimpleName() + AFTER, type)
                .setParameter("after", id)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Where to look for samples of a size: behind these ids here and there in the table, and among the newest products. */
    List<UUID> samples(int number, int size) {
        List<?> ids = ScalarQuery.of(entities, SOME, UUID.class)
                .setParameter("number", number)
                .setParameter("size", size)
                .setParameter("zero", BEFORE_ALL.toString())
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    long countLive() {
        return entities.createQuery("select count(*) from IndexedProduct where deletedAt is null", Long.class)
                .getSingleResult();
    }
}
