package io.cloudshop.benchmarks.shop;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Somebody who uses the shop through its gateway, with a token or without. Thread-safe. */
public final class ShopClient {

    /** Longer than the gateway waits for a service, so that its own answer is seen. */
    private static final Duration LONGEST = Duration.ofSeconds(12);

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http;
    private final String gateway;
    private final String token;

    public ShopClient(String gateway) {
        this(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .build(),
                gateway,
                null);
    }

    private ShopClient(HttpClient http, String gateway, String token) {
        this.http = http;
        this.gateway = gateway;
        this.token = token;
    }

    /**
     * The same client with a token of that account.
     *
     * @throws IllegalStateException if there is none for this password
     */
    public ShopClient loggedIn(String email, String password) {
        Answer login = post("/api/v1/auth/login", Map.of("email", email, "password", password), null);
        if (login.status() != 200) {
            throw new IllegalStateException("The login of " + email + " was answered with " + login.status()
                    + "; CLOUDSHOP_ADMIN_EMAIL and CLOUDSHOP_ADMIN_PASSWORD say who administers the shop");
        }
        return new ShopClient(http, gateway, String.valueOf(login.json().get("accessToken")));
    }

    public Answer get(String path) {
        return exchange(request(path).GET());
    }

    /** Null for a key: none. */
    public Answer post(String path, Map<String, Object> body, String idempotencyKey) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(written(body)));
        return exchange(idempotencyKey == null ? request : request.header("Idempotency-Key", idempotencyKey));
    }

    /** What it is let in with; null without. */
    public String token() {
        return token;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).timeout(LONGEST);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), read(answer.body()));
        } catch (IOException e) {
            return Answer.nothing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.nothing();
        }
    }

    private static Map<String, Object> read(String body) throws IOException {
        return body.startsWith("{") ? JSON.std.mapFrom(body) : Map.of();
    }

    private static String written(Map<String, Object> body) {
        try {
            return JSON.std.asString(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
