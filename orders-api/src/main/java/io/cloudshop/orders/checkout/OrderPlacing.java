package io.cloudshop.orders.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.orders.cart.Carts;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderChanges;
import io.cloudshop.orders.order.OrderDraft;
import io.cloudshop.orders.order.OrderLine;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One checkout request from its Idempotency-Key to its answer. */
@ApplicationScoped
class OrderPlacing {

    private static final int MOST_OF_ONE_PRODUCT = 99;

    private final IdempotencyKeys keys;
    private final CheckoutSlots slots;
    private final OrderChanges changes;
    private final Checkout checkout;
    private final Carts carts;
    private final ObjectMapper json;
    private final Clock clock;

    OrderPlacing(
            IdempotencyKeys keys,
            CheckoutSlots slots,
            OrderChanges changes,
            Checkout checkout,
            Carts carts,
            ObjectMapper json,
            Clock clock) {
        this.keys = keys;
        this.slots = slots;
        this.changes = changes;
        this.checkout = checkout;
        this.carts = carts;
        this.json = json;
        this.clock = clock;
    }

    Response place(UUID userId, String key, PlaceOrder request) {
        byte[] fingerprint = fingerprint(request);
        Optional<BoundKey> known = keys.find(userId, key);
        if (known.isPresent()) {
            return again(known.get(), fingerprint);
        }
        Optional<Order> order = slots.run(() -> {
            // Who waited for a slot may find the cart emptied by the same request's first try, which has bound the key.
            Map<UUID, Integer> wanted = wanted(userId, request);
            if (wanted.isEmpty() && keys.find(userId, key).isPresent()) {
                return Optional.empty();
            }
            Optional<Order> registered = register(userId, key, fingerprint, draft(userId, request, wanted));
            registered.ifPresent(checkout::advance);
            return registered;
        });
        BoundKey bound = keys.find(userId, key).orElseThrow();
        return order.isPresent()
                ? bound.answer().orElseThrow(CheckoutProblems::inProgress).toResponse(false)
                : again(bound, fingerprint);
    }

    private static Response again(BoundKey bound, byte[] fingerprint) {
        if (!bound.belongsTo(fingerprint)) {
            throw CheckoutProblems.keyReused();
        }
        return bound.answer().orElseThrow(CheckoutProblems::inProgress).toResponse(true);
    }

    /** Order and key are stored together or not at all; empty when another request was first. */
    private Optional<Order> register(UUID userId, String key, byte[] fingerprint, OrderDraft draft) {
        try {
            return Optional.of(QuarkusTransaction.requiringNew().call(() -> {
                Order order = changes.place(draft);
                if (!keys.bind(userId, key, fingerprint, order.id(), clock.instant())) {
                    throw new KeyIsTakenException();
                }
                return order;
            }));
        } catch (KeyIsTakenException anotherWasFirst) {
            return Optional.empty();
        }
    }

    private Map<UUID, Integer> wanted(UUID userId, PlaceOrder request) {
        return request.lines() == null ? carts.quantities(userId) : merged(request.lines());
    }

    private static OrderDraft draft(UUID userId, PlaceOrder request, Map<UUID, Integer> quantities) {
        if (quantities.isEmpty()) {
            throw CheckoutProblems.emptyOrder();
        }
        List<OrderLine> lines = quantities.entrySet().stream()
                .map(line -> OrderLine.wanted(line.getKey(), line.getValue()))
                .toList();
        boolean fromCart = request.lines() == null;
        return new OrderDraft(
                userId, lines, request.shippingAddress(), request.payment().token(), fromCart);
    }

    private static Map<UUID, Integer> merged(List<PlaceOrder.Line> lines) {
        Map<UUID, Integer> quantities = new LinkedHashMap<>();
        lines.forEach(line -> quantities.merge(line.productId(), line.quantity(), Integer::sum));
        if (quantities.values().stream().anyMatch(quantity -> quantity > MOST_OF_ONE_PRODUCT)) {
            throw CheckoutProblems.tooManyOfOne(MOST_OF_ONE_PRODUCT);
        }
        return quantities;
    }

    /** Of what the request means, not of its bytes: white space and the order of fields are no other request. */
    private byte[] fingerprint(PlaceOrder request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rolls the order back that came with a key which somebody else has bound meanwhile. */
    private static final class KeyIsTakenException extends RuntimeException {
        private KeyIsTakenException() {
            super(null, null, false, false);
        }
    }
}
