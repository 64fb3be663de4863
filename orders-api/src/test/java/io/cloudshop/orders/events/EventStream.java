package io.cloudshop.orders.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.orders.testing.Customer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A browser's end of a stream of server-sent events. */
final class EventStream implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpResponse<Stream<String>> response;
    private final Thread reader;

    private EventStream(URI address, Customer customer) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + customer.token())
                .header("Accept", "text/event-stream")
                .build();
        response = client.send(request, HttpResponse.BodyHandlers.ofLines());
        reader = Thread.ofVirtual().start(this::read);
    }

    static EventStream open(URI address, Customer customer) {
        try {
            return new EventStream(address, customer);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int status() {
        return response.statusCode();
    }

    String mediaType() {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    List<String> names() {
        return withPrefix("event:");
    }

    List<JsonNode> events() {
        return withPrefix("data:").stream().map(EventStream::parse).toList();
    }

    List<String> statuses() {
        return events().stream().map(event -> event.get("status").asText()).toList();
    }

    boolean isOver() {
        return !reader.isAlive();
    }

    /** Goes away without a word, as a closed browser tab does. */
    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read() {
        try (Stream<String> body = response.body()) {
            body.forEach(lines::add);
        } catch (UncheckedIOException closed) {
            // by us
        }
    }

    private List<String> withPrefix(String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .toList();
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
