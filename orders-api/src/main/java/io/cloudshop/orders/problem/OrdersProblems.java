package io.cloudshop.orders.problem;

import io.cloudshop.defaults.problem.ProblemType;

/** Every kind of error about carts and orders; what all services share is in CommonProblems. */
public final class OrdersProblems {

    public static final ProblemType CART_UNAVAILABLE =
            new ProblemType("cart-unavailable", 503, "Carts cannot be reached");
    public static final ProblemType CART_CHANGED = new ProblemType("cart-changed", 409, "The cart is another one now");
    public static final ProblemType CART_FULL = new ProblemType("cart-full", 422, "The cart is full");
    public static final ProblemType UNKNOWN_PRODUCT =
            new ProblemType("unknown-product", 404, "The product does not exist");
    public static final ProblemType CATALOGUE_UNAVAILABLE =
            new ProblemType("catalogue-unavailable", 503, "The catalogue cannot be reached");
    public static final ProblemType KEY_REQUIRED =
            new ProblemType("idempotency-key-required", 400, "Idempotency-Key is missing");
    public static final ProblemType KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "Idempotency-Key was used for something else");
    public static final ProblemType IN_PROGRESS =
            new ProblemType("request-in-progress", 409, "The first request is still running");
    public static final ProblemType EMPTY_ORDER = new ProblemType("empty-order", 422, "Nothing to order");
    public static final ProblemType INSUFFICIENT_STOCK =
            new ProblemType("insufficient-stock", 409, "Not enough in stock");
    public static final ProblemType UNKNOWN_PRODUCT_ORDERED =
            new ProblemType("unknown-product", 422, "A product does not exist");
    public static final ProblemType PAYMENT_DECLINED =
            new ProblemType("payment-declined", 402, "The payment was declined");
    public static final ProblemType PAYMENT_TIMEOUT =
            new ProblemType("payment-timeout", 402, "The payment provider did not answer");
    public static final ProblemType RESERVATION_EXPIRED =
            new ProblemType("reservation-expired", 409, "The goods were held too long");
    public static final ProblemType RESERVATION_REFUSED =
            new ProblemType("reservation-refused", 409, "The goods could not be reserved");
    public static final ProblemType PRICE_CHANGED =
            new ProblemType("price-changed", 409, "It costs something else now");
    public static final ProblemType PRODUCTS_UNAVAILABLE =
            new ProblemType("products-unavailable", 409, "The order could not be finished in time");
    public static final ProblemType NOT_CANCELLABLE =
            new ProblemType("not-cancellable", 409, "The order can no longer be cancelled");
    public static final ProblemType ILLEGAL_TRANSITION =
            new ProblemType("illegal-transition", 409, "The order's status does not allow this");

    private OrdersProblems() {}
}
