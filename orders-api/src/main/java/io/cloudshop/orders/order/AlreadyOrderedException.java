package io.cloudshop.orders.order;

/** A line of the cart belongs to another order already, so that this one must not come about. */
public class AlreadyOrderedException extends RuntimeException {

    AlreadyOrderedException() {
        super("A line of the cart was ordered before", null, false, false);
    }
}
