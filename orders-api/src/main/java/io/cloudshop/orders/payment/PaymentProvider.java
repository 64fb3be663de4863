package io.cloudshop.orders.payment;

import io.cloudshop.defaults.money.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Whoever moves the money. There is at most one payment an order, and every call may be repeated: the provider does the
 * work once and says the same again.
 */
public interface PaymentProvider {

    /**
     * Sets the money aside; false when the provider declines, or when the payment was voided before.
     *
     * @throws PaymentInDoubtException when the provider does not answer in time: it may or may not have done it
     */
    boolean authorise(UUID orderId, Money amount, String token);

    /** Takes the money; false when there is no authorisation to take it from. */
    boolean capture(UUID orderId);

    /** Makes sure that nothing is set aside for this order now, nor by an authorisation that is still under way. */
    void voidAuthorisation(UUID orderId);

    /** Gives captured money back. */
    void refund(UUID orderId);

    /** What the books say about one order now. */
    Optional<Payment> paymentOf(UUID orderId);

    /** What the books say about those of the orders that they know. */
    List<Payment> paymentsOf(Collection<UUID> orderIds);

    /** At most so many orders whose payments changed since then. */
    List<UUID> changedSince(Instant since, int most);

    /** How many payments are in which state. */
    Map<Payment.State, Long> counts();

    /** Payments of orders above {@code after} (null for the first ones) by order id, at most {@code size}. */
    List<Payment> paymentsAfter(UUID after, int size);
}
