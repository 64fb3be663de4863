package io.cloudshop.orders.order;

/** Somebody else moved the order since it was read; read it again and go on from there. */
public class StaleOrderException extends RuntimeException {

    StaleOrderException() {
        super("The order was changed by somebody else", null, false, false);
    }
}
