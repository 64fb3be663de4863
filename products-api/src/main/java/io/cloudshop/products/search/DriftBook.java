package io.cloudshop.products.search;

import io.cloudshop.database.ScalarQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

/** What all replicas know of the comparison of table and index. Each time one of them does it. */
@ApplicationScoped
@Transactional
class DriftBook {

    private static final String CLAIM = """
            UPDATE search_drift SET checked_at = now()
             WHERE checked_at < now() - :pause * interval '1 millisecond'
               AND NOT EXISTS (SELECT FROM search_rebuild WHERE status = 'RUNNING')
            RETURNING position""";

    private static final String RECORD = "UPDATE search_drift SET position = :position, drift = :drift";
    private static final String LAST = "SELECT drift FROM search_drift";
    private static final String LOOK = "SELECT drift, nullif(checked_at, 'epoch') AS checked_at FROM search_drift";

    private static final String REPAIR = """
            INSERT INTO outbox_event (aggregate_id, type)
            SELECT unnest(CAST(:ids AS uuid[])), 'ProductChanged'""";

    private final EntityManager database;

    DriftBook(EntityManager database) {
        this.database = database;
    }

    /** Where to go on; empty where somebody compared a moment ago, and while a rebuild brings everything anyway. */
    Optional<UUID> claim(Duration pause) {
        List<?> positions = ScalarQuery.of(database, CLAIM, UUID.class)
                .setParameter("pause", pause.toMillis())
                .getResultList();
        return positions.stream().map(UUID.class::cast).findFirst();
    }

    void record(UUID position, long drift) {
        database.createNativeQuery(RECORD)
                .setParameter("position", position)
                .setParameter("drift", drift)
                .executeUpdate();
    }

    /** How many products the last comparison found wrong. */
    long last() {
        return ((Number) ScalarQuery.of(database, LAST, Long.class).getSingleResult()).longValue();
    }

    /** The same, and when that was. */
    DriftView look() {
        return database.unwrap(Session.class)
                .createNativeQuery(LOOK, Tuple.class)
                .addScalar("drift", Long.class)
                .addScalar("checked_at", Instant.class)
                .setTupleTransformer((values, names) -> new DriftView((Long) values[0], (Instant) values[1]))
                .getSingleResult();
    }

    /** Sends these to the index once more, as they are in the table. */
    void repair(List<UUID> products) {
        database.createNativeQuery(REPAIR)
                .setParameter("ids", products.toArray(UUID[]::new))
                .executeUpdate();
    }
}
