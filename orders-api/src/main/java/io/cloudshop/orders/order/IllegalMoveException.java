package io.cloudshop.orders.order;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemType;

/** The order is in a state from which it cannot go where the caller wants it. */
public class IllegalMoveException extends DomainException {

    private static final ProblemType NOT_CANCELLABLE =
            new ProblemType("not-cancellable", 409, "The order can no longer be cancelled");
    private static final ProblemType ILLEGAL_MOVE =
            new ProblemType("illegal-transition", 409, "The order's status does not allow this");

    IllegalMoveException(OrderStatus from, OrderStatus to) {
        super(
                to == OrderStatus.CANCELLED ? NOT_CANCELLABLE : ILLEGAL_MOVE,
                "An order that is " + from + " cannot become " + to + ".");
        with("orderStatus", from);
    }
}
