package io.cloudshop.gateway.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** Takes out of an OpenAPI document what none of its operations leads to: components, security schemes and tags. */
final class Unreachable {

    private static final String PREFIX = "#/components/";

    private final ObjectNode document;
    private final Set<String> reached = new HashSet<>();

    private Unreachable(ObjectNode document) {
        this.document = document;
    }

    static void removeFrom(ObjectNode document) {
        Unreachable search = new Unreachable(document);
        search.follow(document.path("paths"));
        document.path("components")
                .properties()
                .forEach(section -> search.keepReached(section.getKey(), (ObjectNode) section.getValue()));
        search.keepUsedTags();
    }

    private void follow(JsonNode node) {
        if (node.isTextual() && node.textValue().startsWith(PREFIX)) {
            reach(node.textValue());
        }
        node.path("security").forEach(alternative -> alternative
                .fieldNames()
                .forEachRemaining(scheme -> reach(PREFIX + "securitySchemes/" + scheme)));
        node.forEach(this::follow);
    }

    private void reach(String reference) {
        if (reached.add(reference)) {
            follow(document.at(reference.substring(1)));
        }
    }

    private void keepReached(String section, ObjectNode components) {
        components.properties().removeIf(component -> !reached.contains(PREFIX + section + "/" + component.getKey()));
    }

    private void keepUsedTags() {
        Set<String> used = new HashSet<>();
        document.path("paths")
                .forEach(path ->
                        path.forEach(operation -> operation.path("tags").forEach(tag -> used.add(tag.textValue()))));
        Iterator<JsonNode> tags = document.path("tags").iterator();
        while (tags.hasNext()) {
            if (!used.contains(tags.next().path("name").textValue())) {
                tags.remove();
            }
        }
    }
}
