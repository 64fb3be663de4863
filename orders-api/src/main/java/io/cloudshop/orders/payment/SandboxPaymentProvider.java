package io.cloudshop.orders.payment;

import io.cloudshop.defaults.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment provider to develop and demonstrate with. Tokens: {@code tok_visa} succeeds, {@code tok_slow} succeeds after
 * 3 s, {@code tok_timeout} sets the money aside and never answers, every other one is declined.
 */
@ApplicationScoped
class SandboxPaymentProvider implements PaymentProvider {

    private static final Duration SLOW = Duration.ofSeconds(3);

    private final SandboxLedger ledger;
    private final PaymentSettings settings;

    SandboxPaymentProvider(SandboxLedger ledger, PaymentSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    @Override
    public boolean authorise(UUID orderId, Money amount, String token) {
        return switch (token) {
            case "tok_visa" -> ledger.authorise(orderId, amount);
            case "tok_slow" -> {
                pause(SLOW);
                yield ledger.authorise(orderId, amount);
            }
            case "tok_timeout" -> {
                ledger.authorise(orderId, amount);
                pause(settings.timeout());
                throw new PaymentInDoubtException("No answer from the payment provider within " + settings.timeout());
            }
            default -> ledger.decline(orderId, amount);
        };
    }

    @Override
    public boolean capture(UUID orderId) {
        return ledger.capture(orderId);
    }

    @Override
    public void voidAuthorisation(UUID orderId) {
        ledger.voidAuthorisation(orderId);
    }

    @Override
    public void refund(UUID orderId) {
        ledger.refund(orderId);
    }

    @Override
    public Optional<Payment> paymentOf(UUID orderId) {
        return ledger.paymentOf(orderId);
    }

    @Override
    public List<Payment> paymentsOf(Collection<UUID> orderIds) {
        return ledger.paymentsOf(orderIds);
    }

    @Override
    public List<UUID> changedSince(Instant since, int most) {
        return ledger.changedSince(since, most);
    }

    @Override
    public Map<Payment.State, Long> counts() {
        return ledger.counts();
    }

    @Override
    public List<Payment> paymentsAfter(UUID after, int size) {
        return ledger.paymentsAfter(after, size);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PaymentInDoubtException("Interrupted while waiting for the payment provider");
        }
    }
}
