package io.cloudshop.orders.reconciliation;

import io.cloudshop.database.ScalarQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the replicas know together: which books do not agree, and how far the comparison is. Thread-safe. */
@ApplicationScoped
@Transactional
class Findings {

    private static final String LEASE = """
            UPDATE reconciliation SET leased_until = now() + :millis * interval '1 millisecond'
             WHERE leased_until <= now() RETURNING checked_until, swept_until, now() AS begun""";

    private static final String REACHED =
            "UPDATE reconciliation SET checked_until = :checked, swept_until = CAST(:swept AS uuid)";

    private static final String ADD = """
            INSERT INTO reconciliation_mismatch (order_id, problem)
            SELECT * FROM unnest(CAST(:orders AS uuid[]), CAST(:problems AS text[]))
            ON CONFLICT (order_id) DO UPDATE SET problem = excluded.problem""";

    private final EntityManager database;

    Findings(EntityManager database) {
        this.database = database;
    }

    /** Where the last run ended and when this one began, by the database's clock. */
    record Position(Instant checkedUntil, UUID sweptUntil, Instant now) {}

    /** The position for whoever gets the lease; empty for everybody else. */
    Optional<Position> lease(Duration length) {
        List<?> rows = database.createNativeQuery(LEASE, Tuple.class)
                .setParameter("millis", length.toMillis())
                .getResultList();
        return rows.stream().map(row -> position((Tuple) row)).findFirst();
    }

    void reached(Instant checkedUntil, UUID sweptUntil) {
        database.createNativeQuery(REACHED)
                .setParameter("checked", checkedUntil)
                .setParameter("swept", sweptUntil)
                .executeUpdate();
    }

    void add(List<Mismatch> found) {
        if (!found.isEmpty()) {
            database.createNativeQuery(ADD)
                    .setParameter(
                            "orders", found.stream().map(Mismatch::orderId).toArray(UUID[]::new))
                    .setParameter(
                            "problems", found.stream().map(Mismatch::problem).toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** These agree, or agree again. */
    void remove(Collection<UUID> agreeing) {
        database.createNativeQuery("DELETE FROM reconciliation_mismatch WHERE order_id = ANY (:agreeing)")
                .setParameter("agreeing", agreeing.toArray(UUID[]::new))
                .executeUpdate();
    }

    /** Orders that did not agree the last time, at most so many. */
    List<UUID> known(int most) {
        return ScalarQuery.of(
                        database,
                        "SELECT order_id FROM reconciliation_mismatch ORDER BY found_at LIMIT :most",
                        UUID.class)
                .setParameter("most", most)
                .getResultList();
    }

    int count() {
        return (Integer)
                ScalarQuery.of(database, "SELECT CAST(count(*) AS integer) FROM reconciliation_mismatch", Integer.class)
                        .getSingleResult();
    }

    private static Position position(Tuple row) {
        return new Position(row.get(0, Instant.class), row.get(1, UUID.class), row.get(2, Instant.class));
    }
}
