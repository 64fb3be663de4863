package io.cloudshop.system.shop;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A service with its replicas, spoken to in turn, as one user. Thread-safe. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final List<Integer> ports;
    private final String token;
    private final AtomicInteger turn = new AtomicInteger();

    /**
     * @param ports one a replica, on this machine
     * @param token whose requests these are; null for a guest
     */
    public Api(List<Integer> ports, String token) {
        this.ports = List.copyOf(ports);
        this.token = token;
    }

    /** The next request goes to that replica, the one after it to the next. */
    void startAt(int replica) {
        turn.set(replica);
    }

    /** Reads; a replica whose store has just been killed may say 503 to the first who ask. */
    Answer getPatiently(String path) {
        return await("an answer to GET " + path)
                .atMost(TIMEOUT)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(UncheckedIOException.class)
                .until(() -> get(path), answer -> answer.status() != 503);
    }

    /** Reads, once. */
    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** Reads, once, with headers of one's own. */
    public Answer get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::header);
        return send(request);
    }

    public Answer post(String path, Object body, Map<String, String> headers) {
        return send(withBody(path, "POST", body, headers));
    }

    public Answer put(String path, Object body) {
        return send(withBody(path, "PUT", body, Map.of()));
    }

    private HttpRequest.Builder withBody(String path, String method, Object body, Map<String, String> headers) {
        try {
            HttpRequest.Builder request = request(path)
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
            headers.forEach(request::header);
            return request;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(TIMEOUT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    /** @throws UncheckedIOException when there is no answer */
    private static Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException noAnswer) {
            throw new UncheckedIOException(noAnswer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
