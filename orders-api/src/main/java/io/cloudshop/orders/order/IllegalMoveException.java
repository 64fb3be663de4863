package io.cloudshop.orders.order;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.orders.problem.OrdersProblems;

/** The order is in a state from which it cannot go where the caller wants it. */
public class IllegalMoveException extends DomainException {

    IllegalMoveException(OrderStatus from, OrderStatus to) {
        super(
                to == OrderStatus.CANCELLED ? OrdersProblems.NOT_CANCELLABLE : OrdersProblems.ILLEGAL_TRANSITION,
                "An order that is " + from + " cannot become " + to + ".");
        with("orderStatus", from);
    }
}
