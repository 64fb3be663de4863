package io.cloudshop.images.training;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What customers and administrators do, through the gateway: one round uses everything that should start warm. */
final class WarmUp {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Map<String, Object> CHECKOUT = Map.of(
            "shippingAddress",
                    Map.of(
                            "name",
                            "Ada",
                            "street",
                            "1 Main Street",
                            "postalCode",
                            "75001",
                            "city",
                            "Paris",
                            "country",
                            "FR"),
            "payment", Map.of("method", "card", "token", "tok_visa"));

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String shop;
    private final String gateway;
    private final Map<String, Object> admin;

    WarmUp(String shop, String gateway, String adminEmail, String adminPassword) {
        this.shop = shop;
        this.gateway = gateway;
        this.admin = Map.of("email", adminEmail, "password", adminPassword);
    }

    /** @throws IllegalStateException if an answer is not the expected one: a cache of failures is of no use */
    void round() {
        Map<String, Object> customer = Map.of(
                "email",
                UUID.randomUUID() + "@example.org",
                "password",
                "a long enough password",
                "displayName",
                "Ada");
        visitPage();
        String product = browse();
        call(201, null, "POST", "/api/v1/auth/register", customer);
        buy(logIn(customer.get("email"), customer.get("password")), product);
        administer(logIn(admin.get("email"), admin.get("password")));
        call(401, null, "GET", "/api/v1/orders", null);
        call(404, null, "GET", "/api/v1/products/" + UUID.randomUUID(), null);
    }

    private void visitPage() {
        expect(200, HttpRequest.newBuilder(URI.create(shop + "/")).header("Accept-Encoding", "gzip"));
        expect(200, HttpRequest.newBuilder(URI.create(shop + "/config.json")));
    }

    private String browse() {
        call(200, null, "GET", "/api/v1/categories", null);
        call(200, null, "GET", "/api/v1/products/search?q=lamp", null);
        Object items = call(200, null, "GET", "/api/v1/products?category=Lighting&inStock=true&sort=price&size=5", null)
                .get("items");
        String product = (String) ((Map<?, ?>) ((List<?>) items).getFirst()).get("id");
        call(200, null, "GET", "/api/v1/products/" + product, null);
        return product;
    }

    private String logIn(Object email, Object password) {
        Map<String, Object> credentials = Map.of("email", email, "password", password);
        return (String)
                call(200, null, "POST", "/api/v1/auth/login", credentials).get("accessToken");
    }

    private void buy(String token, String product) {
        call(200, token, "GET", "/api/v1/auth/me", null);
        call(200, token, "PUT", "/api/v1/cart/items/" + product, Map.of("quantity", 1));
        call(200, token, "GET", "/api/v1/cart", null);
        Object order = call(201, token, "POST", "/api/v1/orders", CHECKOUT).get("id");
        call(200, token, "GET", "/api/v1/orders/" + order, null);
        call(200, token, "GET", "/api/v1/orders", null);
    }

    private void administer(String token) {
        call(200, token, "GET", "/api/v1/admin/orders", null);
        call(200, token, "GET", "/api/v1/admin/reconciliation", null);
    }

    private Map<String, Object> call(int status, String token, String method, String path, Map<String, Object> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway + path))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .method(
                            method,
                            body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.std.asString(body)));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            String answer = expect(status, request);
            return answer.startsWith("{") ? JSON.std.mapFrom(answer) : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String expect(int status, HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(TIMEOUT).build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(request.method() + " " + request.uri() + " answered "
                        + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
