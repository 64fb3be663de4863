package io.cloudshop.orders.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.orders.order.AlreadyOrderedException;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderDraft;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/** One checkout request from its Idempotency-Key to its answer. */
@ApplicationScoped
class IdempotentCheckout {

    private final IdempotencyKeys keys;
    private final CheckoutSlots slots;
    private final OrderRegistration registration;
    private final CheckoutSaga saga;
    private final OrderDrafts drafts;
    private final ObjectMapper json;

    IdempotentCheckout(
            IdempotencyKeys keys,
            CheckoutSlots slots,
            OrderRegistration registration,
            CheckoutSaga saga,
            OrderDrafts drafts,
            ObjectMapper json) {
        this.keys = keys;
        this.slots = slots;
        this.registration = registration;
        this.saga = saga;
        this.drafts = drafts;
        this.json = json;
    }

    Response place(UUID userId, String key, PlaceOrder request) {
        byte[] fingerprint = fingerprint(request);
        Optional<BoundKey> known = keys.find(userId, key);
        if (known.isPresent()) {
            return again(known.get(), fingerprint);
        }
        Optional<Order> order = slots.run(() -> {
            Optional<Order> registered = register(userId, key, fingerprint, request);
            registered.ifPresent(saga::advance);
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

    /** Empty when the first try of the same request has bound the key, and with it perhaps taken the cart, meanwhile. */
    private Optional<Order> register(UUID userId, String key, byte[] fingerprint, PlaceOrder request) {
        try {
            return Optional.of(store(drafts.of(userId, request), key, fingerprint));
        } catch (KeyIsTakenException anotherWasFirst) {
            return Optional.empty();
        } catch (DomainException refused) {
            if (keys.find(userId, key).isPresent()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private Order store(OrderDraft draft, String key, byte[] fingerprint) {
        try {
            return registration.register(draft, key, fingerprint);
        } catch (AlreadyOrderedException byAnotherOrder) {
            drafts.takeOutWhatWasBought(draft);
            throw CheckoutProblems.cartChanged();
        }
    }

    /** Of what the request means, not of its bytes: white space and the order of fields are no other request. */
    private byte[] fingerprint(PlaceOrder request) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
