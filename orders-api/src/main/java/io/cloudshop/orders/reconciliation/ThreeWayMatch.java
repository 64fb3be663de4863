package io.cloudshop.orders.reconciliation;

import io.cloudshop.orders.catalogue.StockClaim;
import io.cloudshop.orders.order.SagaStep;
import io.cloudshop.orders.payment.Payment;
import io.cloudshop.orders.payment.Payment.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the three parties say about one order, and whether they agree. */
record ThreeWayMatch(Optional<OrderEntry> order, Optional<StockClaim> claim, Optional<Payment> payment) {

    /** How long the saga may be on its way before that is a problem in itself, counted from the last change. */
    static final Duration UNDER_WAY = Duration.ofMinutes(15);

    /** The first disagreement; empty when there is none, or when the saga is still at work on it. */
    Optional<String> problem(Instant now) {
        if (order.isEmpty()) {
            return strayClaimOrPayment();
        }
        OrderEntry ours = order.get();
        if (ours.step() != SagaStep.DONE && ours.step() != SagaStep.EMPTY_CART) {
            return stuck(ours, now);
        }
        return switch (ours.status()) {
            case PENDING -> Optional.of("pending, but nothing is left to do");
            case CONFIRMED, SHIPPED, DELIVERED -> unlessSoldAndPaid(ours);
            case CANCELLED -> unlessGivenBack(State.REFUNDED);
            case REJECTED -> unlessGivenBack(State.VOIDED, State.DECLINED);
        };
    }

    private Optional<String> strayClaimOrPayment() {
        if (claim.filter(c -> c.isHeld() || c.isSold()).isPresent()) {
            return Optional.of("stock is " + claim.get().status() + " for an order that does not exist");
        }
        return payment.map(found -> "payment is " + found.state() + " for an order that does not exist");
    }

    private static Optional<String> stuck(OrderEntry ours, Instant now) {
        Instant latest =
                ours.deadline().isAfter(ours.updatedAt()) && ours.total().isEmpty()
                        ? ours.deadline()
                        : ours.updatedAt();
        return now.isAfter(latest.plus(UNDER_WAY))
                ? Optional.of("stuck at " + ours.step() + " since " + ours.updatedAt())
                : Optional.empty();
    }

    private Optional<String> unlessSoldAndPaid(OrderEntry ours) {
        if (claim.filter(StockClaim::isSold).isEmpty()) {
            return Optional.of("stock is " + claim.map(StockClaim::status).orElse("not reserved") + " instead of sold");
        }
        if (!claim.get().quantities().equals(ours.quantities())) {
            return Optional.of("the quantities sold are not those ordered");
        }
        if (payment.filter(p -> p.state() == State.CAPTURED).isEmpty()) {
            return Optional.of("payment is " + paymentState() + " instead of CAPTURED");
        }
        return payment.get().amount().equals(ours.total().orElseThrow())
                ? Optional.empty()
                : Optional.of("the amount captured is not the order's total");
    }

    private Optional<String> unlessGivenBack(State... allowed) {
        if (claim.filter(c -> c.isHeld() || c.isSold()).isPresent()) {
            return Optional.of("stock is still " + claim.get().status());
        }
        boolean fine = payment.isEmpty()
                || java.util.Set.of(allowed).contains(payment.get().state());
        return fine ? Optional.empty() : Optional.of("payment is still " + paymentState());
    }

    private String paymentState() {
        return payment.map(found -> found.state().name()).orElse("missing");
    }
}
