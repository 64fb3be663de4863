package io.cloudshop.orders.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.defaults.problem.ProblemType;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.orders.order.OrderView;
import io.cloudshop.orders.order.RejectionReason;
import io.cloudshop.orders.order.StatusChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the answer that a checkout's Idempotency-Key will give from then on. */
@ApplicationScoped
class CheckoutAnswers {

    private static final String PATH = "/api/v1/orders";

    private final IdempotencyKeys keys;
    private final ObjectMapper json;

    CheckoutAnswers(IdempotencyKeys keys, ObjectMapper json) {
        this.keys = keys;
        this.json = json;
    }

    /** The order is decided: its answer commits with the decision, so that no crash comes between them. */
    void decided(@Observes StatusChanged change) {
        if (change.from() == OrderStatus.PENDING) {
            keys.answer(change.order().id(), answer(change.order(), change.details()));
        }
    }

    /** The order cannot be decided now: 202, unless it has been answered or decided meanwhile. */
    void undecided(Order order) {
        if (order.status() == OrderStatus.PENDING) {
            keys.answer(order.id(), answer(order, Map.of()));
        }
    }

    private CheckoutAnswer answer(Order order, Map<String, Object> details) {
        return order.rejectionReason()
                .map(reason -> rejection(order, reason, details))
                .orElseGet(() -> new CheckoutAnswer(
                        order.status() == OrderStatus.PENDING ? 202 : 201,
                        "application/json",
                        PATH + "/" + order.id(),
                        write(OrderView.of(order))));
    }

    private CheckoutAnswer rejection(Order order, RejectionReason reason, Map<String, Object> details) {
        ProblemType type = CheckoutProblems.typeOf(reason);
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", type.uri());
        problem.put("title", type.title());
        problem.put("status", type.status());
        problem.put("detail", CheckoutProblems.detailOf(reason));
        problem.put("instance", PATH);
        problem.put("orderId", order.id());
        problem.putAll(details);
        return new CheckoutAnswer(type.status(), "application/problem+json", null, write(problem));
    }

    private String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer of ours is not JSON", e);
        }
    }
}
