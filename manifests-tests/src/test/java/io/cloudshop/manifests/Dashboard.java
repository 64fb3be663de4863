package io.cloudshop.manifests;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One of the dashboards that Grafana gets. */
record Dashboard(Path file, JsonNode json) {

    static final String FOLDER = AlertingRules.COMPONENT + "/dashboards";

    static List<Dashboard> all() {
        return Repository.files(FOLDER).stream().map(Dashboard::of).toList();
    }

    private static Dashboard of(Path file) {
        try {
            return new Dashboard(file, new ObjectMapper().readTree(Repository.text(file)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    String name() {
        return file.getFileName().toString().replace(".json", "");
    }

    List<JsonNode> panels() {
        return elements(json.path("panels"))
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    /** Of panels and of the events drawn over them. */
    List<PromQl> expressions() {
        return Stream.concat(
                        panels().stream().flatMap(panel -> elements(panel.path("targets"))),
                        elements(json.at("/annotations/list")))
                .map(target -> new PromQl(target.path("expr").asText()))
                .toList();
    }

    static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return name();
    }
}
