package io.cloudshop.outbox;

/** The outbox's destination cannot be reached: no fault of the event, which is kept and tried again without limit. */
public class DestinationUnavailableException extends RuntimeException {

    public DestinationUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
