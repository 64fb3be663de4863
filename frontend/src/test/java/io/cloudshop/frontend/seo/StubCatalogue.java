package io.cloudshop.frontend.seo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A products-api with a lamp, a product that takes long, one that breaks, and a list of six thousand. */
public final class StubCatalogue implements QuarkusTestResourceLifecycleManager {

    static final String LAMP = "0190a000-0000-7000-8000-000000000001";
    static final String PLAIN = "0190a000-0000-7000-8000-000000000002";
    static final String SLOW = "0190a000-0000-7000-8000-000000000003";
    static final String BROKEN = "0190a000-0000-7000-8000-000000000004";
    static final int PRODUCTS = 6_000;
    static final AtomicInteger PAGES = new AtomicInteger();

    private static final String PREFIX = "/api/v1/products/";

    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/products", StubCatalogue::answer);
        server.start();
        return Map.of(
                "cloudshop.products.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "cloudshop.shop.origin",
                "https://shop.example,https://www.shop.example");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean isFrench = "fr".equals(exchange.getRequestHeaders().getFirst("Accept-Language"));
        switch (path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "") {
            case "" -> send(exchange, 200, page(exchange.getRequestURI().getQuery()));
            case LAMP ->
                send(exchange, 200, lamp(isFrench ? "Lampe \\\"Nuage\\\" <b>" : "\\\"Cloud\\\" lamp </script> & $1"));
            case PLAIN -> send(exchange, 200, plain());
            case SLOW -> {
                pause();
                send(exchange, 200, plain());
            }
            case BROKEN -> send(exchange, 500, "{}");
            default -> send(exchange, 404, "{}");
        }
    }

    private static String lamp(String name) {
        return """
                {"id": "%s", "sku": "LMP-1", "name": "%s", "description": "%s", "category": "Lighting", "stock": 3,
                 "price": {"amount": "49.90", "currency": "EUR"}, "imageUrl": "/catalogue/lamp.svg"}""".formatted(LAMP, name, "A lamp that floats.\\n" + "Very light indeed. ".repeat(20));
    }

    private static String plain() {
        return """
                {"id": "%s", "sku": "PLN-1", "name": "Plain", "description": "", "category": "Other", "stock": 0,
                 "price": {"amount": "1.00", "currency": "EUR"}}""".formatted(PLAIN);
    }

    /** A hundred of the products; the cursor says how many came before. */
    private static String page(String query) {
        PAGES.incrementAndGet();
        int from = query.contains("after=") ? Integer.parseInt(query.replaceFirst(".*after=", "")) : 0;
        int next = from + 100;
        String items = IntStream.range(from, next)
                .mapToObj("{\"id\": \"id-%d\", \"updatedAt\": \"2026-01-02T03:04:05Z\"}"::formatted)
                .collect(Collectors.joining(","));
        return "{\"items\": [" + items + "]" + (next < PRODUCTS ? ", \"next\": \"" + next + "\"" : "") + "}";
    }

    private static void pause() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
