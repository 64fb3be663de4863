package io.cloudshop.orders.checkout;

import io.cloudshop.orders.catalogue.ReservationRefusedException;
import io.cloudshop.orders.order.RejectionReason;

/** What a refusal of products-api means to the customer. One that we do not know is told as nothing more than that. */
final class Refusals {

    private Refusals() {}

    static RejectionReason ofReservation(ReservationRefusedException refused) {
        return switch (refused.slug()) {
            case "insufficient-stock" -> RejectionReason.INSUFFICIENT_STOCK;
            case "unknown-product" -> RejectionReason.UNKNOWN_PRODUCT;
            case "reservation-expired", "reservation-released" -> RejectionReason.RESERVATION_EXPIRED;
            default -> RejectionReason.RESERVATION_REFUSED;
        };
    }

    /** What products-api has no record of any more was given back long ago. */
    static RejectionReason ofConfirmation(ReservationRefusedException refused) {
        return switch (refused.slug()) {
            case "reservation-expired", "reservation-released", "not-found" -> RejectionReason.RESERVATION_EXPIRED;
            default -> RejectionReason.RESERVATION_REFUSED;
        };
    }
}
