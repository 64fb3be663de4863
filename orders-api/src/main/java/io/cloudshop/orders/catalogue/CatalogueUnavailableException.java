package io.cloudshop.orders.catalogue;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemType;

/** products-api gave no usable answer; whether it did the work is unknown, and asking again is safe. */
public class CatalogueUnavailableException extends DomainException {

    private static final ProblemType TYPE =
            new ProblemType("catalogue-unavailable", 503, "The catalogue cannot be reached");

    CatalogueUnavailableException(String message) {
        this(message, null);
    }

    CatalogueUnavailableException(String message, Throwable cause) {
        super(TYPE, message + "; try again in a moment.", cause);
        header("Retry-After", "1");
    }
}
