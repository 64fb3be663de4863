package io.cloudshop.orders.payment;

import io.cloudshop.defaults.money.Money;
import java.util.UUID;

/** What the provider's books say about one order. */
public record Payment(UUID orderId, State state, Money amount) {

    /** Where the money is. */
    public enum State {
        /** Set aside, not taken. */
        AUTHORIZED,
        /** Taken. */
        CAPTURED,
        /** Taken and given back. */
        REFUNDED,
        /** Not set aside any more, or never to be. */
        VOIDED,
        /** The provider said no. */
        DECLINED
    }
}
