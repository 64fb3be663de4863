package io.cloudshop.system.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A customer with an account, and the patience of one: asks again with the same key until there is an answer. */
public final class Buyer {

    private static final Map<String, String> ADDRESS = Map.of(
            "name",
            "Ada Lovelace",
            "street",
            "12 Rue du Test",
            "postalCode",
            "75011",
            "city",
            "Paris",
            "country",
            "FR");
    /** These tests are about what is lost and what is kept, not about time: of hundreds at once the last waits for all. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final long PAUSE_MILLIS = 200;

    private final Api orders;
    private final int number;

    /** @param number spreads customers over the replicas: the first request of each goes to its own */
    Buyer(Api orders, int number) {
        this.orders = orders;
        this.number = number;
    }

    /** One request, whatever comes of it. */
    public Answer checkOut(String key, Map<UUID, Integer> lines, String card) {
        return orders.post("/api/v1/orders", body(lines, card), Map.of("Idempotency-Key", key));
    }

    /** Asks until the answer is final; replicas die, connections break, the key stays. */
    public Answer checkOutPatiently(String key, Map<UUID, Integer> lines, String card) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        String last = "none";
        orders.startAt(number);
        while (System.nanoTime() < giveUp) {
            try {
                Answer answer = checkOut(key, lines, card);
                if (answer.isDecided()) {
                    return answer;
                }
                last = answer.status() + " " + answer.body();
            } catch (UncheckedIOException noAnswer) {
                last = noAnswer.getMessage();
            }
            pause();
        }
        throw new AssertionError("No decided answer for " + key + " within " + PATIENCE + "; last: " + last);
    }

    /** One request with a new key, to the replica that this buyer goes to first. */
    Answer checkOutAtOwnReplica(Map<UUID, Integer> lines, String card) {
        orders.startAt(number);
        return checkOut(UUID.randomUUID().toString(), lines, card);
    }

    public Answer putIntoCart(UUID product, int quantity) {
        return orders.put("/api/v1/cart/items/" + product, Map.of("quantity", quantity));
    }

    public Answer cart() {
        return orders.getPatiently("/api/v1/cart");
    }

    /** One request for what is in the cart, whatever comes of it. */
    public Answer checkOutCart(String key, String card) {
        return orders.post("/api/v1/orders", delivery(card), Map.of("Idempotency-Key", key));
    }

    public Answer order(String id) {
        return orders.getPatiently("/api/v1/orders/" + id);
    }

    /** All of this buyer's orders, newest first. */
    public List<JsonNode> orders() {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    orders.getPatiently("/api/v1/orders?size=100" + cursor).json();
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").isTextual()
                    ? "&after=" + page.get("nextCursor").asText()
                    : null;
        } while (cursor != null);
        return all;
    }

    private static Map<String, Object> body(Map<UUID, Integer> lines, String card) {
        Map<String, Object> body = new HashMap<>(delivery(card));
        body.put(
                "lines",
                lines.entrySet().stream()
                        .map(line -> Map.of("productId", line.getKey(), "quantity", line.getValue()))
                        .toList());
        return body;
    }

    private static Map<String, Object> delivery(String card) {
        return Map.of("shippingAddress", ADDRESS, "payment", Map.of("method", "card", "token", card));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
