package io.cloudshop.orders.cart;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemType;

/** Redis cannot be reached, and with it no cart; orders with explicit lines still work. */
public class CartUnavailableException extends DomainException {

    private static final ProblemType TYPE = new ProblemType("cart-unavailable", 503, "Carts cannot be reached");

    CartUnavailableException(Throwable cause) {
        super(
                TYPE,
                "Your cart is safe but cannot be reached at the moment; try again, or order with explicit lines.",
                cause);
        header("Retry-After", "2");
    }
}
