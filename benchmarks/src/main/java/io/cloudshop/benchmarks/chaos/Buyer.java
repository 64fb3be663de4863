package io.cloudshop.benchmarks.chaos;

import io.cloudshop.benchmarks.shop.Answer;
import io.cloudshop.benchmarks.shop.ShopClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A customer who looks at a product and orders one, again and again, and tries once more when nothing came back. */
final class Buyer implements Runnable {

    /** A shop in which somebody has to try longer has lost them. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Map<String, Object> ADDRESS = Map.of(
            "name",
            "Chaos Customer",
            "street",
            "1 Quiet Road",
            "postalCode",
            "75001",
            "city",
            "Paris",
            "country",
            "FR");

    private final ShopClient shop;
    private final String product;
    private final Experiment experiment;

    Buyer(ShopClient shop, String product, Experiment experiment) {
        this.shop = shop;
        this.product = product;
        this.experiment = experiment;
    }

    @Override
    public void run() {
        while (experiment.goesOn()) {
            noted(shop.get("/api/v1/products/" + product));
            order();
            // Far below the limit of writes a minute.
            experiment.pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(100, 400)));
        }
    }

    private void order() {
        String key = UUID.randomUUID().toString();
        Instant begin = Instant.now();
        do {
            Answer answer = noted(shop.post("/api/v1/orders", purchase(), key));
            Optional<String> order = id(answer);
            if (order.isPresent()) {
                experiment.ordered(order.get(), Duration.between(begin, Instant.now()));
                return;
            }
            experiment.pause(BETWEEN_TRIES);
        } while (Duration.between(begin, Instant.now()).compareTo(PATIENCE) < 0);
        experiment.givenUp(key);
    }

    /** 201 is an order, 202 one that is finished later. */
    private static Optional<String> id(Answer answer) {
        return answer.status() == 201 || answer.status() == 202
                ? Optional.of(String.valueOf(answer.json().get("id")))
                : Optional.empty();
    }

    private Map<String, Object> purchase() {
        return Map.of(
                "lines", List.of(Map.of("productId", product, "quantity", 1)),
                "shippingAddress", ADDRESS,
                "payment", Map.of("method", "card", "token", "tok_visa"));
    }

    private Answer noted(Answer answer) {
        experiment.noted(answer);
        return answer;
    }
}
