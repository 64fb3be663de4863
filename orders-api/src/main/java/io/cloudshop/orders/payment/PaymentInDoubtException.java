package io.cloudshop.orders.payment;

/** The payment provider did not answer in time; what it did is unknown until it is voided or asked again. */
public class PaymentInDoubtException extends RuntimeException {

    public PaymentInDoubtException(String message) {
        super(message);
    }
}
