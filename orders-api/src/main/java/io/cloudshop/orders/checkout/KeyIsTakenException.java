package io.cloudshop.orders.checkout;

/** Rolls the order back that came with a key which somebody else has bound meanwhile. */
class KeyIsTakenException extends RuntimeException {

    KeyIsTakenException() {
        super("The Idempotency-Key is bound to another order", null, false, false);
    }
}
