package io.cloudshop.orders.payment;

import io.cloudshop.database.Row;
import io.cloudshop.database.Statements;
import io.cloudshop.defaults.money.Money;
import io.cloudshop.defaults.money.ShopCurrency;
import io.cloudshop.orders.payment.Payment.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The sandbox provider's books. Each call is one statement outside the caller's transaction, as it would be at another company;
 * conditions on one row an order make each of them repeatable.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
class SandboxLedger {

    private static final String PAYMENTS = "SELECT order_id, state, amount, currency FROM sandbox_provider.payment ";

    /** The update changes nothing: it gives the state also of a row that somebody else has just written. */
    private static final String OPEN = """
            INSERT INTO sandbox_provider.payment (order_id, state, amount, currency) VALUES (?, ?, ?, ?)
            ON CONFLICT (order_id) DO UPDATE SET order_id = excluded.order_id RETURNING state""";

    private static final String VOID = """
            INSERT INTO sandbox_provider.payment AS payment (order_id, state, amount, currency) VALUES (?, 'VOIDED', ?, ?)
            ON CONFLICT (order_id) DO UPDATE SET state = 'VOIDED', updated_at = now() WHERE payment.state = 'AUTHORIZED'""";

    private static final String CAPTURE = """
            UPDATE sandbox_provider.payment SET state = 'CAPTURED', updated_at = now()
             WHERE order_id = ? AND state = 'AUTHORIZED'""";

    private static final String REFUND = """
            UPDATE sandbox_provider.payment SET state = 'REFUNDED', updated_at = now()
             WHERE order_id = ? AND state = 'CAPTURED'""";

    private static final UUID FIRST = new UUID(0, 0);

    private final Statements statements;
    private final ShopCurrency currency;

    SandboxLedger(Statements statements, @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.statements = statements;
        this.currency = currency;
    }

    boolean authorise(UUID orderId, Money amount) {
        State state = open(orderId, State.AUTHORIZED, amount);
        return state == State.AUTHORIZED || state == State.CAPTURED;
    }

    boolean decline(UUID orderId, Money amount) {
        open(orderId, State.DECLINED, amount);
        return false;
    }

    boolean capture(UUID orderId) {
        return statements.update(CAPTURE, orderId) == 1 || is(orderId, State.CAPTURED);
    }

    /** Leaves a voided entry where there is none, so that a late authorisation finds it and does nothing. */
    void voidAuthorisation(UUID orderId) {
        Money none = currency.zero();
        statements.update(VOID, orderId, none.value(), none.currency());
    }

    void refund(UUID orderId) {
        statements.update(REFUND, orderId);
    }

    Optional<Payment> paymentOf(UUID orderId) {
        return paymentsOf(List.of(orderId)).stream().findFirst();
    }

    List<Payment> paymentsOf(Collection<UUID> orderIds) {
        return statements.query(
                PAYMENTS + "WHERE order_id = ANY (?)", SandboxLedger::payment, (Object) orderIds.toArray(UUID[]::new));
    }

    List<UUID> changedSince(Instant since, int most) {
        return statements.query(
                "SELECT order_id FROM sandbox_provider.payment WHERE updated_at >= ? LIMIT ?",
                row -> row.get("order_id", UUID.class),
                since,
                most);
    }

    Map<State, Long> counts() {
        Map<State, Long> counts = new EnumMap<>(State.class);
        statements.query(
                "SELECT state, count(*) AS payments FROM sandbox_provider.payment GROUP BY state",
                row -> counts.put(stateIn(row), row.get("payments", Long.class)));
        return counts;
    }

    List<Payment> paymentsAfter(UUID after, int size) {
        return statements.query(
                PAYMENTS + "WHERE order_id > ? ORDER BY order_id LIMIT ?",
                SandboxLedger::payment,
                after == null ? FIRST : after,
                size);
    }

    /** The state that the entry has now, which is another one where there was one. */
    private State open(UUID orderId, State state, Money amount) {
        return statements
                .query(OPEN, SandboxLedger::stateIn, orderId, state, amount.value(), amount.currency())
                .getFirst();
    }

    private boolean is(UUID orderId, State state) {
        return paymentOf(orderId).filter(payment -> payment.state() == state).isPresent();
    }

    private static Payment payment(Row row) {
        return new Payment(
                row.get("order_id", UUID.class),
                stateIn(row),
                new Money(row.get("amount", BigDecimal.class), row.get("currency", String.class)));
    }

    private static State stateIn(Row row) {
        return State.valueOf(row.get("state", String.class));
    }
}
