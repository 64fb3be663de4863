package io.cloudshop.products.reservation;

import io.cloudshop.products.stock.Stock;
import io.cloudshop.products.transaction.RetriedTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Gives the units of overdue reservations back, batch by batch. Every replica runs it; {@code SKIP LOCKED} gives each
 * its own batch.
 */
@ApplicationScoped
class ReservationExpiry {

    private static final Logger LOG = Logger.getLogger(ReservationExpiry.class);

    private final ReservationRepository reservations;
    private final Stock stock;
    private final RetriedTransaction transaction;
    private final ReservationSettings settings;
    private final Clock clock;

    ReservationExpiry(
            ReservationRepository reservations,
            Stock stock,
            RetriedTransaction transaction,
            ReservationSettings settings,
            Clock clock) {
        this.reservations = reservations;
        this.stock = stock;
        this.transaction = transaction;
        this.settings = settings;
        this.clock = clock;
    }

    /** Ends all that are overdue now and gives their number. */
    @Scheduled(
            identity = "reservation-expiry",
            every = "${cloudshop.reservations.expiry-interval:5s}",
            concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void expireDue() {
        int expired = 0;
        int batch;
        do {
            batch = transaction.call(this::expireBatch);
            expired += batch;
        } while (batch == settings.expiryBatch());
        if (expired > 0) {
            LOG.infof("%d reservations expired", expired);
        }
    }

    private int expireBatch() {
        Instant now = clock.instant();
        List<Reservation> due = reservations.findDueLocked(now, settings.expiryBatch());
        if (!due.isEmpty()) {
            stock.release(total(due));
            due.forEach(reservation -> reservation.become(ReservationStatus.EXPIRED, now));
        }
        return due.size();
    }

    private static SortedMap<UUID, Integer> total(List<Reservation> due) {
        SortedMap<UUID, Integer> total = new TreeMap<>(ProductIds.IN_DATABASE_ORDER);
        due.forEach(reservation ->
                reservation.quantities().forEach((product, quantity) -> total.merge(product, quantity, Integer::sum)));
        return total;
    }
}
