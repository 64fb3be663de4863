package io.cloudshop.orders.checkout;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemType;
import io.cloudshop.orders.order.RejectionReason;
import io.cloudshop.orders.problem.OrdersProblems;
import java.util.List;
import java.util.Map;

/** What can be wrong with a checkout, and how a rejected order is told to the customer. */
final class CheckoutProblems {

    private CheckoutProblems() {}

    static DomainException keyRequired() {
        return new DomainException(
                OrdersProblems.KEY_REQUIRED,
                "Send an Idempotency-Key header of 1 to 255 visible ASCII characters, new for each order, the same for each retry.");
    }

    static DomainException keyReused() {
        return new DomainException(
                OrdersProblems.KEY_REUSED,
                "This Idempotency-Key belongs to a request with another body; use a new key for a new order.");
    }

    static DomainException inProgress() {
        return new DomainException(
                        OrdersProblems.IN_PROGRESS,
                        "Ask again with the same key in a moment to get the first request's answer.")
                .header("Retry-After", "1");
    }

    static DomainException emptyOrder() {
        return new DomainException(OrdersProblems.EMPTY_ORDER, "Put something into the cart or send lines.");
    }

    static DomainException cartChanged() {
        return new DomainException(
                OrdersProblems.CART_CHANGED,
                "The cart was ordered or changed meanwhile; nothing was ordered now. Look at it again.");
    }

    static DomainException cartFull(int most) {
        return new DomainException(
                OrdersProblems.CART_FULL,
                "An order has at most " + most + " products; take some out of the cart first.");
    }

    static DomainException tooManyOfOne(int most) {
        return new DomainException(CommonProblems.INVALID, "The lines of one product add up to more than " + most + ".")
                .with(
                        "violations",
                        List.of(Map.of("field", "lines", "message", "at most " + most + " of one product")));
    }

    static ProblemType typeOf(RejectionReason reason) {
        return switch (reason) {
            case INSUFFICIENT_STOCK -> OrdersProblems.INSUFFICIENT_STOCK;
            case UNKNOWN_PRODUCT -> OrdersProblems.UNKNOWN_PRODUCT_ORDERED;
            case PAYMENT_DECLINED -> OrdersProblems.PAYMENT_DECLINED;
            case PAYMENT_TIMEOUT -> OrdersProblems.PAYMENT_TIMEOUT;
            case RESERVATION_EXPIRED -> OrdersProblems.RESERVATION_EXPIRED;
            case RESERVATION_REFUSED -> OrdersProblems.RESERVATION_REFUSED;
            case PRICE_CHANGED -> OrdersProblems.PRICE_CHANGED;
            case PRODUCTS_UNAVAILABLE -> OrdersProblems.PRODUCTS_UNAVAILABLE;
        };
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
