package io.cloudshop.products.reservation;

/** What became of the units that an order asked for. */
public enum ReservationStatus {
    /** Promised until the reservation expires. */
    HELD,
    /** Sold. */
    CONFIRMED,
    /** Given back before they were sold, or never taken because the release came first. */
    RELEASED,
    /** Given back because nobody confirmed in time. */
    EXPIRED,
    /** Given back after they were sold. */
    RETURNED
}
