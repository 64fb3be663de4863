package io.cloudshop.orders.catalogue;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.orders.problem.OrdersProblems;

/** products-api gave no usable answer; whether it did the work is unknown, and asking again is safe. */
public class CatalogueUnavailableException extends DomainException {

    CatalogueUnavailableException(String message) {
        this(message, null);
    }

    CatalogueUnavailableException(String message, Throwable cause) {
        super(OrdersProblems.CATALOGUE_UNAVAILABLE, message + "; try again in a moment.", cause);
        header("Retry-After", "1");
    }
}
