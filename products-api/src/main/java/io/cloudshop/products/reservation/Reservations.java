package io.cloudshop.products.reservation;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.products.problem.ProductsProblems;
import io.cloudshop.products.stock.Shortage;
import io.cloudshop.products.stock.Stock;
import io.cloudshop.products.stock.StockItem;
import io.cloudshop.products.transaction.RetriedTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

/**
 * Holds stock for orders, all lines or none. Every call is idempotent by order id and may be repeated, in parallel and
 * out of order: what an order has given back is never taken again.
 */
@ApplicationScoped
class Reservations {

    private final ReservationRepository reservations;
    private final Stock stock;
    private final RetriedTransaction transaction;
    private final ReservationSettings settings;
    private final Clock clock;

    Reservations(
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

    ReservationView reserve(ReservationRequest request) {
        SortedMap<UUID, Integer> quantities = request.quantities();
        ReservationView reservation = transaction.call(() -> holdOrFind(request.orderId(), quantities));
        return switch (reservation.status()) {
            case HELD, CONFIRMED -> requireSame(reservation, quantities);
            case EXPIRED ->
                throw new DomainException(
                        ProductsProblems.RESERVATION_EXPIRED, "This order's reservation expired; its units are back.");
            case RELEASED, RETURNED ->
                throw new DomainException(
                        ProductsProblems.RESERVATION_RELEASED,
                        "This order gave its units back; it cannot take them again.");
        };
    }

    ReservationView confirm(UUID orderId, String actor) {
        ReservationView reservation = transaction.call(() -> sellIfHeld(orderId, actor));
        if (reservation.status() != ReservationStatus.CONFIRMED) {
            throw new DomainException(
                    ProductsProblems.RESERVATION_EXPIRED,
                    "The reservation cannot be confirmed any more: it is " + reservation.status() + ".");
        }
        return reservation;
    }

    /** Gives the units back, sold or not. For an unknown order it remembers that there is nothing to hold any more. */
    void release(UUID orderId, String actor) {
        transaction.call(() -> {
            Instant now = now();
            if (!reservations.insertIfAbsent(orderId, ReservationStatus.RELEASED, now, now)) {
                giveBack(reservations.findLocked(orderId).orElseThrow(), actor, now);
            }
            return null;
        });
    }

    private ReservationView holdOrFind(UUID orderId, SortedMap<UUID, Integer> quantities) {
        Instant now = now();
        Instant expiresAt = now.plus(settings.ttl());
        if (reservations.insertIfAbsent(orderId, ReservationStatus.HELD, expiresAt, now)) {
            return hold(orderId, quantities, expiresAt);
        }
        return current(orderId, now).view();
    }

    private ReservationView hold(UUID orderId, SortedMap<UUID, Integer> quantities, Instant expiresAt) {
        List<StockItem> items = stock.lock(quantities.keySet());
        requireAllKnown(items, quantities);
        requireEnough(items, quantities);
        stock.hold(quantities);
        List<ReservedLine> lines = new ArrayList<>();
        for (StockItem item : items) {
            ReservationLine line = ReservationLine.of(orderId, item, quantities.get(item.productId()));
            reservations.addLine(line);
            lines.add(line.view());
        }
        return new ReservationView(orderId, ReservationStatus.HELD, expiresAt, lines);
    }

    private ReservationView sellIfHeld(UUID orderId, String actor) {
        Instant now = now();
        Reservation reservation = current(orderId, now);
        if (reservation.isHeld()) {
            stock.sell(orderId, reservation.quantities(), actor);
            reservation.become(ReservationStatus.CONFIRMED, now);
        }
        return reservation.view();
    }

    private void giveBack(Reservation reservation, String actor, Instant now) {
        switch (reservation.status) {
            case HELD -> {
                stock.release(reservation.quantities());
                reservation.become(ReservationStatus.RELEASED, now);
            }
            case CONFIRMED -> {
                stock.takeBack(reservation.orderId, reservation.quantities(), actor);
                reservation.become(ReservationStatus.RETURNED, now);
            }
            case RELEASED, EXPIRED, RETURNED -> {
                // given back before
            }
        }
    }

    /** The locked reservation, expired on the spot if the job has not come to it yet: the clock decides, not the job. */
    private Reservation current(UUID orderId, Instant now) {
        Reservation reservation =
                reservations.findLocked(orderId).orElseThrow(() -> CommonProblems.notFound("This reservation"));
        if (reservation.isDue(now)) {
            stock.release(reservation.quantities());
            reservation.become(ReservationStatus.EXPIRED, now);
        }
        return reservation;
    }

    private static void requireAllKnown(List<StockItem> items, SortedMap<UUID, Integer> quantities) {
        List<UUID> known = items.stream().map(StockItem::productId).toList();
        List<UUID> unknown =
                quantities.keySet().stream().filter(id -> !known.contains(id)).toList();
        if (!unknown.isEmpty()) {
            throw new DomainException(
                            ProductsProblems.UNKNOWN_PRODUCT, "Some products do not exist or are not sold any more.")
                    .with("productIds", unknown);
        }
    }

    private static void requireEnough(List<StockItem> items, SortedMap<UUID, Integer> quantities) {
        List<Shortage> shortages = items.stream()
                .filter(item -> item.available() < quantities.get(item.productId()))
                .map(item -> new Shortage(item.productId(), quantities.get(item.productId()), item.available()))
                .toList();
        if (!shortages.isEmpty()) {
            throw Stock.insufficient(shortages);
        }
    }

    private static ReservationView requireSame(ReservationView reservation, SortedMap<UUID, Integer> quantities) {
        if (!reservation.asksFor(quantities)) {
            throw new DomainException(
                    ProductsProblems.RESERVATION_MISMATCH,
                    "This order id has a reservation of other products or quantities.");
        }
        return reservation;
    }

    /** As precise as the database keeps it, so that the first answer and its repeats agree. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
