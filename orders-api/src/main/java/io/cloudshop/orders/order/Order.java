package io.cloudshop.orders.order;

import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.money.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.Generated;
import org.hibernate.generator.EventType;

/**
 * An order and its saga, in one row. Every change of status goes through the methods below, which know the legal moves
 * and what each of them leaves to be done; the database's checks say the same once more.
 */
@Entity
@Table(name = "orders")
public class Order {

    @Id
    private UUID id;

    @Generated(event = EventType.INSERT)
    @Column(insertable = false, updatable = false)
    private Long number;

    @Column(name = "user_id")
    private UUID userId;

    @Enumerated(EnumType.STRING)
    private OrderStatus status;

    @Column(name = "rejection_reason")
    private String rejectionReason;

    private String currency;
    private BigDecimal total;

    @Column(name = "expected_currency")
    private String expectedCurrency;

    @Column(name = "expected_total")
    private BigDecimal expectedTotal;

    @Embedded
    private ShippingAddress shippingAddress;

    @Column(name = "payment_token")
    private String paymentToken;

    @Column(name = "from_cart")
    private boolean fromCart;

    @Enumerated(EnumType.STRING)
    private SagaStep step;

    private int attempts;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    private Instant deadline;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private long version;

    // By a select of its own: rows of an outer join cannot be locked, and Hibernate's way round that is not reliable.
    @Fetch(FetchMode.SELECT)
    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position", columnDefinition = "int2")
    private List<OrderLine> lines = new ArrayList<>();

    protected Order() {}

    /** A new order, owned by whoever placed it until {@code lease}, and given up at {@code deadline}. */
    public static Order placed(OrderDraft draft, Instant now, Instant lease, Instant deadline) {
        Order order = new Order();
        order.id = Ids.next();
        order.userId = draft.userId();
        order.status = OrderStatus.PENDING;
        order.shippingAddress = draft.shippingAddress();
        order.paymentToken = draft.paymentToken();
        order.fromCart = draft.fromCart();
        order.lines.addAll(draft.lines());
        if (draft.expectedTotal() != null) {
            order.expectedTotal = draft.expectedTotal().value();
            order.expectedCurrency = draft.expectedTotal().currency();
        }
        order.step = SagaStep.RESERVE;
        order.nextAttemptAt = lease;
        order.deadline = deadline;
        order.createdAt = now;
        order.updatedAt = now;
        return order;
    }

    /** Stock is held and prices are known. */
    public void reserved(List<OrderLine> pricedLines, Money sum) {
        lines.clear();
        lines.addAll(pricedLines);
        total = sum.value();
        currency = sum.currency();
        proceedTo(SagaStep.AUTHORISE);
    }

    /** Whether the customer, who was told what it costs, was told the truth; true when they named no total. */
    public boolean mayCost(Money sum) {
        return expectedTotal == null
                || (expectedTotal.compareTo(sum.value()) == 0 && expectedCurrency.equals(sum.currency()));
    }

    /** The next step of the saga; its attempts are counted anew. */
    public void proceedTo(SagaStep next) {
        step = next;
        attempts = 0;
    }

    /** Stock is sold and money is taken. */
    public void confirm(Instant now) {
        move(OrderStatus.CONFIRMED, now);
        proceedTo(fromCart ? SagaStep.EMPTY_CART : SagaStep.DONE);
    }

    /** It will not come about; {@code firstUndo} is the first compensation that is due. The cart can be ordered again. */
    public void reject(RejectionReason reason, SagaStep firstUndo, Instant now) {
        move(OrderStatus.REJECTED, now);
        giveClaimsUp();
        rejectionReason = reason.slug();
        proceedTo(firstUndo);
    }

    /** The customer changed their mind: money and stock go back. */
    public void cancel(Instant now) {
        move(OrderStatus.CANCELLED, now);
        giveClaimsUp();
        proceedTo(SagaStep.REFUND);
    }

    public void ship(Instant now) {
        move(OrderStatus.SHIPPED, now);
    }

    public void deliver(Instant now) {
        move(OrderStatus.DELIVERED, now);
    }

    /** Gives the caller the order until {@code until}: nobody else looks after it before then. */
    public void lease(Instant until) {
        nextAttemptAt = until;
    }

    /** The step cannot be done now; whoever finds the order due after {@code when} tries again. */
    public void postpone(Instant when) {
        attempts++;
        nextAttemptAt = when;
    }

    /** The row is what this is, so that it can be changed once more. */
    void stored() {
        version++;
    }

    private void giveClaimsUp() {
        lines.replaceAll(OrderLine::withoutClaim);
    }

    private void move(OrderStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new IllegalMoveException(status, next);
        }
        status = next;
        updatedAt = now;
    }

    public UUID id() {
        return id;
    }

    public String number() {
        return String.format(Locale.ROOT, "CS-%08d", number);
    }

    public UUID userId() {
        return userId;
    }

    public OrderStatus status() {
        return status;
    }

    public Optional<RejectionReason> rejectionReason() {
        return Optional.ofNullable(rejectionReason).map(RejectionReason::ofSlug);
    }

    /** What it costs; empty until stock is reserved. */
    public Optional<Money> total() {
        return Optional.ofNullable(total).map(value -> new Money(value, currency));
    }

    /** Null once the customer has deleted the account and the order is finished. */
    public ShippingAddress shippingAddress() {
        return shippingAddress;
    }

    public String paymentToken() {
        return paymentToken;
    }

    public List<OrderLine> lines() {
        return List.copyOf(lines);
    }

    public SagaStep step() {
        return step;
    }

    public int attempts() {
        return attempts;
    }

    Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    public Instant deadline() {
        return deadline;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public long version() {
        return version;
    }

    String currency() {
        return currency;
    }
}
