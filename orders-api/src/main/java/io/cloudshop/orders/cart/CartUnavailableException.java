package io.cloudshop.orders.cart;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.orders.problem.OrdersProblems;

/** Redis cannot be reached, and with it no cart; orders with explicit lines still work. */
public class CartUnavailableException extends DomainException {

    CartUnavailableException(Throwable cause) {
        super(
                OrdersProblems.CART_UNAVAILABLE,
                "Your cart is safe but cannot be reached at the moment; try again, or order with explicit lines.",
                cause);
        header("Retry-After", "2");
    }
}
