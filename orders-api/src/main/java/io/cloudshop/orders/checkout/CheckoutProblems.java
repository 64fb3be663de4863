package io.cloudshop.orders.checkout;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemType;
import io.cloudshop.orders.order.RejectionReason;
import java.util.List;
import java.util.Map;

/** What can be wrong with a checkout, and how a rejected order is told to the customer. */
final class CheckoutProblems {

    private static final ProblemType KEY_REQUIRED =
            new ProblemType("idempotency-key-required", 400, "Idempotency-Key is missing");
    private static final ProblemType KEY_REUSED =
            new ProblemType("idempotency-key-reused", 422, "Idempotency-Key was used for something else");
    private static final ProblemType IN_PROGRESS =
            new ProblemType("request-in-progress", 409, "The first request is still running");
    private static final ProblemType EMPTY_ORDER = new ProblemType("empty-order", 422, "Nothing to order");

    private static final ProblemType CART_CHANGED = new ProblemType("cart-changed", 409, "The cart is another one now");
    private static final ProblemType CART_FULL = new ProblemType("cart-full", 422, "The cart is full");

    private static final Map<RejectionReason, ProblemType> REJECTIONS = Map.of(
            RejectionReason.INSUFFICIENT_STOCK, new ProblemType("insufficient-stock", 409, "Not enough in stock"),
            RejectionReason.UNKNOWN_PRODUCT, new ProblemType("unknown-product", 422, "A product does not exist"),
            RejectionReason.PAYMENT_DECLINED, new ProblemType("payment-declined", 402, "The payment was declined"),
            RejectionReason.PAYMENT_TIMEOUT,
                    new ProblemType("payment-timeout", 402, "The payment provider did not answer"),
            RejectionReason.RESERVATION_EXPIRED,
                    new ProblemType("reservation-expired", 409, "The goods were held too long"),
            RejectionReason.RESERVATION_REFUSED,
                    new ProblemType("reservation-refused", 409, "The goods could not be reserved"),
            RejectionReason.PRICE_CHANGED, new ProblemType("price-changed", 409, "It costs something else now"),
            RejectionReason.PRODUCTS_UNAVAILABLE,
                    new ProblemType("products-unavailable", 409, "The order could not be finished in time"));

    private CheckoutProblems() {}

    static DomainException keyRequired() {
        return new DomainException(
                KEY_REQUIRED,
                "Send an Idempotency-Key header of 1 to 255 visible ASCII characters, new for each order, the same for each retry.");
    }

    static DomainException keyReused() {
        return new DomainException(
                KEY_REUSED,
                "This Idempotency-Key belongs to a request with another body; use a new key for a new order.");
    }

    static DomainException inProgress() {
        return new DomainException(
                        IN_PROGRESS, "Ask again with the same key in a moment to get the first request's answer.")
                .header("Retry-After", "1");
    }

    static DomainException emptyOrder() {
        return new DomainException(EMPTY_ORDER, "Put something into the cart or send lines.");
    }

    static DomainException cartChanged() {
        return new DomainException(
                CART_CHANGED, "The cart was ordered or changed meanwhile; nothing was ordered now. Look at it again.");
    }

    static DomainException cartFull(int most) {
        return new DomainException(
                CART_FULL, "An order has at most " + most + " products; take some out of the cart first.");
    }

    static DomainException tooManyOfOne(int most) {
        return new DomainException(CommonProblems.INVALID, "The lines of one product add up to more than " + most + ".")
                .with(
                        "violations",
                        List.of(Map.of("field", "lines", "message", "at most " + most + " of one product")));
    }

    static ProblemType typeOf(RejectionReason reason) {
        return REJECTIONS.get(reason);
    }

    static String detailOf(RejectionReason reason) {
        return switch (reason) {
            case INSUFFICIENT_STOCK -> "Some lines ask for more than is left; see shortages.";
            case UNKNOWN_PRODUCT -> "A product of this order does not exist any more; take it out.";
            case PAYMENT_DECLINED -> "The payment provider declined; nothing was charged. Try another card.";
            case PAYMENT_TIMEOUT -> "The payment provider did not answer in time; nothing was charged. Try again.";
            case RESERVATION_EXPIRED -> "The goods could not be held any longer; nothing was charged. Order again.";
            case RESERVATION_REFUSED -> "The catalogue would not reserve the goods; nothing was charged. Order again.";
            case PRICE_CHANGED -> "The total is not the one you were shown; nothing was charged. See lines and total.";
            case PRODUCTS_UNAVAILABLE -> "The goods could not be reserved in time; nothing was charged. Order again.";
        };
    }
}
