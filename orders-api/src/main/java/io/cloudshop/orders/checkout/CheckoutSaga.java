package io.cloudshop.orders.checkout;

import io.cloudshop.orders.cart.CartUnavailableException;
import io.cloudshop.orders.cart.Carts;
import io.cloudshop.orders.catalogue.Catalogue;
import io.cloudshop.orders.catalogue.CatalogueUnavailableException;
import io.cloudshop.orders.catalogue.ReservationRefusedException;
import io.cloudshop.orders.fault.FaultPoints;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderChanges;
import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.orders.order.RejectionReason;
import io.cloudshop.orders.order.SagaStep;
import io.cloudshop.orders.order.StaleOrderException;
import io.cloudshop.orders.payment.PaymentInDoubtException;
import io.cloudshop.orders.payment.PaymentProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The saga: takes an order from reservation to captured payment, or back again. Its state is the order row, each step
 * is idempotent by order id, and a step counts as done only once the row says so; whoever finds the row later goes on
 * from there. See docs/consistency.md.
 */
@ApplicationScoped
public class CheckoutSaga {

    private final Catalogue catalogue;
    private final PaymentProvider payments;
    private final Carts carts;
    private final OrderChanges changes;
    private final Retries retries;
    private final FaultPoints faults;
    private final Clock clock;

    CheckoutSaga(
            Catalogue catalogue,
            PaymentProvider payments,
            Carts carts,
            OrderChanges changes,
            Retries retries,
            FaultPoints faults,
            Clock clock) {
        this.catalogue = catalogue;
        this.payments = payments;
        this.carts = carts;
        this.changes = changes;
        this.retries = retries;
        this.faults = faults;
        this.clock = clock;
    }

    /** Takes the order as far as it goes now; gives it as it then is. The caller holds its lease. */
    public Order advance(Order order) {
        try {
            return advanceWhilePossible(order);
        } catch (StaleOrderException somebodyElseWorksOnIt) {
            return changes.read(order.id());
        }
    }

    private Order advanceWhilePossible(Order order) {
        Order current = order;
        try {
            while (current.step() != SagaStep.DONE) {
                faults.at(current.step() + ".before");
                current = perform(current);
            }
            return current;
        } catch (CatalogueUnavailableException | CartUnavailableException notNow) {
            return retries.later(current, notNow);
        }
    }

    private Order perform(Order order) {
        if (order.status() == OrderStatus.PENDING
                && order.step() != SagaStep.CAPTURE
                && clock.instant().isAfter(order.deadline())) {
            return reject(order, RejectionReason.PRODUCTS_UNAVAILABLE, SagaStep.VOID);
        }
        return switch (order.step()) {
            case RESERVE -> reserve(order);
            case AUTHORISE -> authorise(order);
            case CONFIRM -> confirm(order);
            case CAPTURE -> capture(order);
            case EMPTY_CART -> emptyCart(order);
            case VOID -> voidAuthorisation(order);
            case REFUND -> refund(order);
            case RELEASE -> release(order);
            case DONE -> order;
        };
    }

    private Order reserve(Order order) {
        try {
            PricedLines priced = PricedLines.of(order, catalogue.reserve(order.id(), order.lines()));
            return order.mayCost(priced.total())
                    ? recorded(order, (found, now) -> found.reserved(priced.lines(), priced.total()))
                    : recorded(order, priced.details(), (found, now) -> {
                        found.reserved(priced.lines(), priced.total());
                        found.reject(RejectionReason.PRICE_CHANGED, SagaStep.RELEASE, now);
                    });
        } catch (ReservationRefusedException refused) {
            RejectionReason reason = Refusals.ofReservation(refused);
            return changes.apply(order, refused.details(), (found, now) -> found.reject(reason, SagaStep.RELEASE, now));
        }
    }

    private Order authorise(Order order) {
        try {
            boolean authorised = payments.authorise(order.id(), order.total().orElseThrow(), order.paymentToken());
            return authorised
                    ? recorded(order, (found, now) -> found.proceedTo(SagaStep.CONFIRM))
                    : reject(order, RejectionReason.PAYMENT_DECLINED, SagaStep.RELEASE);
        } catch (PaymentInDoubtException inDoubt) {
            return reject(order, RejectionReason.PAYMENT_TIMEOUT, SagaStep.VOID);
        }
    }

    private Order confirm(Order order) {
        try {
            catalogue.confirm(order.id());
            return recorded(order, (found, now) -> found.proceedTo(SagaStep.CAPTURE));
        } catch (ReservationRefusedException refused) {
            return reject(order, Refusals.ofConfirmation(refused), SagaStep.VOID);
        }
    }

    private Order capture(Order order) {
        return payments.capture(order.id())
                ? recorded(order, Order::confirm)
                : reject(order, RejectionReason.PAYMENT_DECLINED, SagaStep.VOID);
    }

    private Order emptyCart(Order order) {
        carts.removeOrdered(order.userId(), order.lines());
        return recorded(order, (found, now) -> found.proceedTo(SagaStep.DONE));
    }

    private Order voidAuthorisation(Order order) {
        payments.voidAuthorisation(order.id());
        return recorded(order, (found, now) -> found.proceedTo(SagaStep.RELEASE));
    }

    private Order refund(Order order) {
        payments.refund(order.id());
        return recorded(order, (found, now) -> found.proceedTo(SagaStep.RELEASE));
    }

    private Order release(Order order) {
        catalogue.release(order.id());
        return recorded(order, (found, now) -> found.proceedTo(SagaStep.DONE));
    }

    private Order reject(Order order, RejectionReason reason, SagaStep firstUndo) {
        return recorded(order, (found, now) -> found.reject(reason, firstUndo, now));
    }

    private Order recorded(Order order, BiConsumer<Order, Instant> change) {
        return recorded(order, Map.of(), change);
    }

    /** The work of the step is done elsewhere; now our row says so. */
    private Order recorded(Order order, Map<String, Object> details, BiConsumer<Order, Instant> change) {
        faults.at(order.step() + ".after");
        return changes.apply(order, details, change);
    }
}
