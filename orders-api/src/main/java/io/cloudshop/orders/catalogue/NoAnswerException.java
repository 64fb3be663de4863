package io.cloudshop.orders.catalogue;

/** Nobody answered, or with a failure of their own (5xx): the one thing that is tried again at once and opens circuits. */
class NoAnswerException extends CatalogueUnavailableException {

    NoAnswerException(String message) {
        this(message, null);
    }

    NoAnswerException(String message, Throwable cause) {
        super(message, cause);
    }
}
