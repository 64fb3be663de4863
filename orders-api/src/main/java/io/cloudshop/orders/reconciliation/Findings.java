package io.cloudshop.orders.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the replicas know together: which books do not agree, and how far the comparison is. Thread-safe. */
@ApplicationScoped
class Findings {

    private static final String LEASE = """
            UPDATE reconciliation SET leased_until = now() + ? * interval '1 millisecond'
             WHERE leased_until <= now() RETURNING checked_until, swept_until, now()""";

    private static final String ADD = """
            INSERT INTO reconciliation_mismatch (order_id, problem)
            SELECT * FROM unnest(CAST(? AS uuid[]), CAST(? AS text[]))
            ON CONFLICT (order_id) DO UPDATE SET problem = excluded.problem""";

    private static final String SETTLE =
            "DELETE FROM reconciliation_mismatch WHERE order_id = ANY (?) AND NOT order_id = ANY (?)";

    private final Sql sql;

    Findings(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Where the last run ended and when this one began, by the database's clock. */
    record Position(Instant checkedUntil, UUID sweptUntil, Instant now) {}

    /** The position for whoever gets the lease; empty for everybody else. */
    Optional<Position> lease(Duration length) {
        return sql.rows(LEASE, Findings::position, length.toMillis()).stream().findFirst();
    }

    void reached(Instant checkedUntil, UUID sweptUntil) {
        sql.execute("UPDATE reconciliation SET checked_until = ?, swept_until = ?", checkedUntil, sweptUntil);
    }

    void add(List<Mismatch> found) {
        if (!found.isEmpty()) {
            sql.execute(
                    ADD,
                    found.stream().map(Mismatch::orderId).toList(),
                    found.stream().map(Mismatch::problem).toList());
        }
    }

    /** These were looked at, and only those found do not agree. */
    void settle(Collection<UUID> seen, List<Mismatch> found) {
        add(found);
        sql.execute(SETTLE, seen, found.stream().map(Mismatch::orderId).toList());
    }

    /** Orders that did not agree the last time, at most so many. */
    List<UUID> known(int most) {
        return sql.rows(
                "SELECT order_id FROM reconciliation_mismatch ORDER BY found_at LIMIT ?",
                row -> row.getObject(1, UUID.class),
                most);
    }

    int count() {
        return sql.rows("SELECT count(*) FROM reconciliation_mismatch", row -> row.getInt(1))
                .getFirst();
    }

    private static Position position(ResultSet row) throws SQLException {
        return new Position(
                row.getTimestamp(1).toInstant(),
                row.getObject(2, UUID.class),
                row.getTimestamp(3).toInstant());
    }
}
