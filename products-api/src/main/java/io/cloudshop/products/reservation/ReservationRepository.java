package io.cloudshop.products.reservation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.hibernate.jpa.SpecHints;

/** Reservations by order. */
@ApplicationScoped
class ReservationRepository implements PanacheRepositoryBase<Reservation, UUID> {

    private static final String INSERT = """
            INSERT INTO reservation (order_id, status, expires_at, created_at, updated_at)
            VALUES (:orderId, :status, :expiresAt, :now, :now) ON CONFLICT (order_id) DO NOTHING""";

    /**
     * True if the order had no reservation. A second caller with the same order id waits here until the first one's
     * transaction is decided.
     */
    boolean insertIfAbsent(UUID orderId, ReservationStatus status, Instant expiresAt, Instant now) {
        int inserted = getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("orderId", orderId)
                .setParameter("status", status.name())
                .setParameter("expiresAt", expiresAt)
                .setParameter("now", now)
                .executeUpdate();
        return inserted == 1;
    }

    Optional<Reservation> findLocked(UUID orderId) {
        return findByIdOptional(orderId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Locks the longest overdue ones that no other replica is working on. */
    List<Reservation> findDueLocked(Instant now, int limit) {
        return find(
                        "status = :held and expiresAt <= :now order by expiresAt",
                        Parameters.with("held", ReservationStatus.HELD).and("now", now))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint(SpecHints.HINT_SPEC_LOCK_TIMEOUT, Timeouts.SKIP_LOCKED_MILLI)
                .page(0, limit)
                .list();
    }

    List<Reservation> findAfter(UUID orderId, int limit) {
        return find("orderId > :after order by orderId", Parameters.with("after", orderId))
                .page(0, limit)
                .list();
    }

    List<Reservation> findChangedAfter(Instant since, UUID orderId, int limit) {
        return find(
                        "updatedAt >= :since and orderId > :after order by orderId",
                        Parameters.with("since", since).and("after", orderId))
                .page(0, limit)
                .list();
    }

    List<Reservation> findAmong(List<UUID> orderIds) {
        return list("orderId in :orderIds order by orderId", Parameters.with("orderIds", orderIds));
    }

    void addLine(ReservationLine line) {
        getEntityManager().persist(line);
    }
}
