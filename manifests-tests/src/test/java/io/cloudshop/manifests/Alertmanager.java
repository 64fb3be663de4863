package io.cloudshop.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.stores.monitoring.AlertmanagerServer;
import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.RunningProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A real one with the repository's configuration, which tells nobody, and says by its API whom it would tell what. */
final class Alertmanager implements AutoCloseable {

    static final String CONFIGURATION = "observability/alertmanager.yml";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningProgram program;
    private final int port;

    private Alertmanager(RunningProgram program, int port) {
        this.program = program;
        this.port = port;
    }

    static Alertmanager startIn(Path folder) {
        PrometheusTools.assumeInstalled();
        int port = Ports.free();
        AlertmanagerServer server = new AlertmanagerServer(
                AlertmanagerServer.installed().orElseThrow(),
                Repository.root().resolve(CONFIGURATION),
                folder,
                port,
                folder.resolve("alertmanager.log"));
        return new Alertmanager(RunningProgram.start(server, LIMIT), port);
    }

    /** Alerts by their labels, as Prometheus would send them. */
    @SafeVarargs
    final void fire(Map<String, String>... alerts) {
        try {
            String body = JSON.writeValueAsString(
                    Stream.of(alerts).map(labels -> Map.of("labels", labels)).toList());
            ask(HttpRequest.newBuilder(uri("alerts"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> alerts() {
        return read("alerts");
    }

    List<JsonNode> groups() {
        return read("alerts/groups");
    }

    static Map<String, String> labels(JsonNode alert) {
        Map<String, String> labels = new TreeMap<>();
        alert.get("labels")
                .properties()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asText()));
        return labels;
    }

    @Override
    public void close() {
        program.close();
        http.close();
    }

    private List<JsonNode> read(String path) {
        try {
            return JSON.readerForListOf(JsonNode.class).readValue(ask(HttpRequest.newBuilder(uri(path))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v2/" + path);
    }

    private String ask(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
