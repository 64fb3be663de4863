package io.cloudshop.orders.payment;

import io.cloudshop.database.ScalarQuery;
import io.cloudshop.defaults.money.Money;
import io.cloudshop.defaults.money.ShopCurrency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
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
 * The sandbox provider's books. Each call is a transaction of its own, as it would be at another company; conditional
 * updates on one row an order make each of them repeatable.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class SandboxLedger {

    private static final String SELECT = "SELECT order_id, state, amount, currency FROM sandbox_provider.payment ";

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager database;
    private final ShopCurrency currency;

    SandboxLedger(EntityManager database, @ConfigProperty(name = ShopCurrency.SETTING) ShopCurrency currency) {
        this.database = database;
        this.currency = currency;
    }

    boolean authorise(UUID orderId, Money amount) {
        open(orderId, Payment.State.AUTHORIZED, amount);
        return List.of("AUTHORIZED", "CAPTURED").contains(stateOf(orderId));
    }

    boolean decline(UUID orderId, Money amount) {
        open(orderId, Payment.State.DECLINED, amount);
        return false;
    }

    boolean capture(UUID orderId) {
        move(orderId, Payment.State.AUTHORIZED, Payment.State.CAPTURED);
        return "CAPTURED".equals(stateOf(orderId));
    }

    /** Leaves a voided entry where there is none, so that a late authorisation finds it and does nothing. */
    void voidAuthorisation(UUID orderId) {
        open(orderId, Payment.State.VOIDED, currency.zero());
        move(orderId, Payment.State.AUTHORIZED, Payment.State.VOIDED);
    }

    void refund(UUID orderId) {
        move(orderId, Payment.State.CAPTURED, Payment.State.REFUNDED);
    }

    Optional<Payment> paymentOf(UUID orderId) {
        return payments(database.createNativeQuery(SELECT + "WHERE order_id = :order")
                        .setParameter("order", orderId))
                .stream()
                .findFirst();
    }

    List<Payment> paymentsOf(Collection<UUID> orderIds) {
        return payments(database.createNativeQuery(SELECT + "WHERE order_id = ANY (:orders)")
                .setParameter("orders", orderIds.toArray(UUID[]::new)));
    }

    List<UUID> changedSince(Instant since, int most) {
        return ScalarQuery.of(
                        database,
                        "SELECT order_id FROM sandbox_provider.payment WHERE updated_at >= :since LIMIT :most",
                        UUID.class)
                .setParameter("since", since)
                .setParameter("most", most)
                .getResultList();
    }

    Map<Payment.State, Long> counts() {
        Map<Payment.State, Long> counts = new EnumMap<>(Payment.State.class);
        List<?> rows = database.createNativeQuery("SELECT state, count(*) FROM sandbox_provider.payment GROUP BY state")
                .getResultList();
        rows.stream()
                .map(Object[].class::cast)
                .forEach(row -> counts.put(Payment.State.valueOf((String) row[0]), ((Number) row[1]).longValue()));
        return counts;
    }

    List<Payment> paymentsAfter(UUID after, int size) {
        return payments(database.createNativeQuery(SELECT + "WHERE order_id > :after ORDER BY order_id LIMIT :size")
                .setParameter("after", after == null ? FIRST : after)
                .setParameter("size", size));
    }

    private static List<Payment> payments(Query query) {
        return ((List<?>) query.getResultList())
                .stream().map(row -> payment((Object[]) row)).toList();
    }

    private static Payment payment(Object[] row) {
        return new Payment(
                (UUID) row[0], Payment.State.valueOf((String) row[1]), new Money((BigDecimal) row[2], (String) row[3]));
    }

    private void open(UUID orderId, Payment.State state, Money amount) {
        database.createNativeQuery("""
                        INSERT INTO sandbox_provider.payment (order_id, state, amount, currency)
                        VALUES (:order, :state, :amount, :currency) ON CONFLICT (order_id) DO NOTHING""")
                .setParameter("order", orderId)
                .setParameter("state", state.name())
                .setParameter("amount", amount.value())
                .setParameter("currency", amount.currency())
                .executeUpdate();
    }

    private void move(UUID orderId, Payment.State from, Payment.State to) {
        database.createNativeQuery("""
                        UPDATE sandbox_provider.payment SET state = :to, updated_at = now()
                         WHERE order_id = :order AND state = :from""")
                .setParameter("order", orderId)
                .setParameter("from", from.name())
                .setParameter("to", to.name())
                .executeUpdate();
    }

    private String stateOf(UUID orderId) {
        List<?> found = ScalarQuery.of(
                        database, "SELECT state FROM sandbox_provider.payment WHERE order_id = :order", String.class)
                .setParameter("order", orderId)
                .getResultList();
        return found.isEmpty() ? "NONE" : (String) found.getFirst();
    }
}
