package io.cloudshop.system.shop;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Customers who never stop, never ask twice, and write down everything that was not as it should be. */
public final class Shoppers implements AutoCloseable {

    private static final Map<String, String> ADDRESS = Map.of(
            "name", "Ada Lovelace", "street", "1 Main Street", "postalCode", "75001", "city", "Paris", "country", "FR");
    private static final long PAUSE_MILLIS = 20;

    private final Storefront shop;
    private final UUID product;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Map<String, LongAdder> served = new ConcurrentHashMap<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    /** Sends that many customers shopping. */
    public Shoppers(Storefront shop, int count) {
        this.shop = shop;
        this.product = shop.givenProduct();
        for (int i = 0; i < count; i++) {
            Api api = shop.apiOfNewCustomer();
            threads.execute(() -> shopWith(api));
        }
    }

    /** Sends everybody home and returns when they are. */
    public void stop() throws InterruptedException {
        end.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
            failures.add("somebody still waits for an answer");
        }
    }

    /** How often each request was answered as it should be. */
    public Map<String, Long> served() {
        Map<String, Long> counts = new ConcurrentHashMap<>();
        served.forEach((request, count) -> counts.put(request, count.sum()));
        return counts;
    }

    /** What was answered in another way, or not at all. */
    public List<String> failures() {
        return List.copyOf(failures);
    }

    private void shopWith(Api api) {
        while (end.getCount() > 0) {
            request("GET page", 200, () -> shop.pages().get("/"));
            request("GET me", 200, () -> api.get("/api/v1/auth/me"));
            request("GET products", 200, () -> api.get("/api/v1/products?size=20"));
            request("GET product", 200, () -> api.get("/api/v1/products/" + product));
            request("PUT cart item", 200, () -> api.put("/api/v1/cart/items/" + product, Map.of("quantity", 1)));
            request("POST order", 201, () -> api.post("/api/v1/orders", order(), newKey()));
            request("GET orders", 200, () -> api.get("/api/v1/orders?size=5"));
        }
    }

    private Map<String, Object> order() {
        return Map.of(
                "lines", List.of(Map.of("productId", product, "quantity", 1)),
                "shippingAddress", ADDRESS,
                "payment", Map.of("method", "card", "token", "tok_visa"));
    }

    private static Map<String, String> newKey() {
        return Map.of("Idempotency-Key", UUID.randomUUID().toString());
    }

    private void request(String name, int expected, Supplier<Answer> request) {
        try {
            Answer answer = request.get();
            if (answer.status() == expected) {
                served.computeIfAbsent(name, any -> new LongAdder()).increment();
            } else {
                failures.add(name + ": " + answer.status() + " " + answer.body());
            }
            end.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException noAnswer) {
            failures.add(name + ": " + noAnswer);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
