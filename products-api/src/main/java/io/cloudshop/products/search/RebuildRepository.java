package io.cloudshop.products.search;

import io.cloudshop.database.ScalarQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Rebuilds. Time is that of the database, the one clock that all replicas have. */
@ApplicationScoped
class RebuildRepository implements PanacheRepositoryBase<Rebuild, UUID> {

    private static final String INSERT = """
            INSERT INTO search_rebuild (id, reason, lease_until)
            VALUES (:id, :reason, now() + :lease * interval '1 millisecond') ON CONFLICT DO NOTHING""";

    private static final String CLAIM = """
            UPDATE search_rebuild SET worker = :worker, lease_until = now() + :lease * interval '1 millisecond'
             WHERE status = 'RUNNING' AND worker IS NULL RETURNING id""";

    private static final String RENEW = """
            UPDATE search_rebuild SET indexed = :indexed, total = :total,
                   lease_until = now() + :lease * interval '1 millisecond'
             WHERE id = :id AND worker = :worker AND status = 'RUNNING'""";

    private static final String FINISH = """
            UPDATE search_rebuild SET status = :status, failure = :failure, finished_at = now()
             WHERE id = :id AND worker = :worker AND status = 'RUNNING'""";

    private static final String EXPIRE = """
            UPDATE search_rebuild SET status = 'FAILED', failure = :failure, finished_at = now()
             WHERE status = 'RUNNING' AND lease_until < now() RETURNING id""";

    private static final String FORGET = """
            DELETE FROM search_rebuild WHERE status <> 'RUNNING' AND id NOT IN (
                SELECT id FROM search_rebuild ORDER BY started_at DESC LIMIT :kept)""";

    private static final String FAILED_IN_A_ROW = """
            SELECT count(*), coalesce(extract(epoch FROM now() - max(finished_at)) * 1000, 0)
              FROM search_rebuild
             WHERE status = 'FAILED'
               AND started_at > coalesce((SELECT max(started_at) FROM search_rebuild WHERE status = 'COMPLETED'), 'epoch')""";

    /** False where another one is running. */
    boolean insert(UUID id, String reason, Duration lease) {
        return getEntityManager()
                        .createNativeQuery(INSERT)
                        .setParameter("id", id)
                        .setParameter("reason", reason)
                        .setParameter("lease", lease.toMillis())
                        .executeUpdate()
                == 1;
    }

    Optional<Rebuild> findRunning() {
        return find("status = :running", Parameters.with("running", RebuildStatus.RUNNING))
                .firstResultOptional();
    }

    boolean isRunning(UUID id) {
        return count("id = :id and status = :running", Parameters.with("id", id).and("running", RebuildStatus.RUNNING))
                == 1;
    }

    Optional<UUID> claim(UUID worker, Duration lease) {
        List<?> claimed = ScalarQuery.of(getEntityManager(), CLAIM, UUID.class)
                .setParameter("worker", worker)
                .setParameter("lease", lease.toMillis())
                .getResultList();
        return claimed.stream().map(UUID.class::cast).findFirst();
    }

    boolean renew(UUID id, UUID worker, Progress progress, Duration lease) {
        return getEntityManager()
                        .createNativeQuery(RENEW)
                        .setParameter("id", id)
                        .setParameter("worker", worker)
                        .setParameter("indexed", progress.indexed())
                        .setParameter("total", progress.total())
                        .setParameter("lease", lease.toMillis())
                        .executeUpdate()
                == 1;
    }

    boolean finish(UUID id, UUID worker, RebuildStatus status, String failure) {
        return getEntityManager()
                        .createNativeQuery(FINISH)
                        .setParameter("id", id)
                        .setParameter("worker", worker)
                        .setParameter("status", status.name())
                        .setParameter("failure", failure)
                        .executeUpdate()
                == 1;
    }

    /** Ends what nobody has worked on for longer than the lease. */
    List<UUID> expire(String failure) {
        List<?> expired = ScalarQuery.of(getEntityManager(), EXPIRE, UUID.class)
                .setParameter("failure", failure)
                .getResultList();
        return expired.stream().map(UUID.class::cast).toList();
    }

    /** Keeps the latest ones. */
    void forgetAllBut(int kept) {
        getEntityManager().createNativeQuery(FORGET).setParameter("kept", kept).executeUpdate();
    }

    Failures failuresInARow() {
        Object[] row = (Object[]) getEntityManager()
                .createNativeQuery(FAILED_IN_A_ROW, Object[].class)
                .getSingleResult();
        return new Failures(((Number) row[0]).intValue(), Duration.ofMillis(((Number) row[1]).longValue()));
    }

    /** How many rebuilds failed since one was completed, and how long ago the last one did. */
    record Failures(int count, Duration ago) {}
}
