package io.cloudshop.orders.testing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The body of a checkout, valid unless a test spoils it. Immutable. */
public final class Basket {

    private final Map<String, Object> body;

    private Basket(Map<String, Object> body) {
        this.body = body;
    }

    /** Lines default to the cart. */
    public static Basket fromCart() {
        return new Basket(Map.of())
                .with(
                        "shippingAddress",
                        Map.of(
                                "name", "Ada Lovelace",
                                "street", "12 St James's Square",
                                "postalCode", "SW1Y 4JH",
                                "city", "London",
                                "country", "GB"))
                .paidWith("tok_visa");
    }

    public static Basket of(Product product, int quantity) {
        return fromCart().with("lines", List.of()).and(product, quantity);
    }

    public Basket and(Product product, int quantity) {
        List<Object> lines = new ArrayList<>((List<?>) body.get("lines"));
        lines.add(Map.of("productId", product.id(), "quantity", quantity));
        return with("lines", lines);
    }

    public Basket paidWith(String token) {
        return with("payment", Map.of("method", "card", "token", token));
    }

    /** With that field of the body; null takes it out. */
    public Basket with(String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>(body);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new Basket(changed);
    }

    /** With that field of the address; null takes it out. */
    public Basket withAddress(String field, Object value) {
        return with("shippingAddress", changed("shippingAddress", field, value));
    }

    /** With that field of the payment; null takes it out. */
    public Basket withPayment(String field, Object value) {
        return with("payment", changed("payment", field, value));
    }

    public Map<String, Object> body() {
        return body;
    }

    private Map<String, Object> changed(String part, String field, Object value) {
        Map<String, Object> changed = new LinkedHashMap<>();
        ((Map<?, ?>) body.get(part)).forEach((name, known) -> changed.put(Objects.toString(name), known));
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return changed;
    }
}
