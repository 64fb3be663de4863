package io.cloudshop.gateway.docs;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Makes one OpenAPI document of several. Two components of one name and different content are kept apart: the later one
 * gets its service's name in front. Only the problem stays one, with the members that each service gives it.
 */
final class MergedContracts {

    private static final String DESCRIPTION = """
            Every error is a problem (RFC 9457) with an X-Request-Id. What is no request (RFC 9112: two lengths, two hosts, an \
            unknown version, an address that is no URI) is refused with a problem, too, and the connection closed. An access \
            token that is expired or not valid is as none where reading is public; everywhere else the answer is 401. Each answer \
            says how many more requests of its kind its client may send (RateLimit, RateLimit-Policy); one too many is answered \
            429, with the seconds to wait in Retry-After.""";

    private static final JsonPointer PROBLEM = JsonPointer.compile("/components/schemas/Problem/properties");
    private static final String REFERENCE = "#/components/%s/%s";

    private final BiPredicate<String, String> isRouted;
    private final ObjectNode merged = JsonNodeFactory.instance.objectNode();

    /** @param isRouted whether clients can reach an operation, by method and path template */
    MergedContracts(BiPredicate<String, String> isRouted) {
        this.isRouted = isRouted;
        merged.put("openapi", "3.1.0");
        merged.putObject("info").put("title", "CloudShop").put("version", "1").put("description", DESCRIPTION);
        merged.putArray("servers").addObject().put("url", "/");
        merged.putArray("tags");
        merged.putObject("paths");
        merged.putObject("components");
    }

    MergedContracts add(String service, JsonNode contract) {
        if (contract.has("openapi")) {
            merged.set("openapi", contract.get("openapi"));
        }
        JsonNode united = withAllMembers(contract);
        JsonNode renamed = rename(united, addComponents(service, united.path("components")));
        renamed.path("components").properties().forEach(section -> addMissing(section.getKey(), section.getValue()));
        renamed.path("paths").properties().forEach(path -> addRouted(path.getKey(), path.getValue()));
        ArrayNode tags = (ArrayNode) merged.get("tags");
        renamed.path("tags").forEach(tags::add);
        return this;
    }

    ObjectNode document() {
        Unreachable.removeFrom(merged);
        return merged;
    }

    /** A copy of the contract whose problem, and the one here, have the members of both. */
    private JsonNode withAllMembers(JsonNode contract) {
        JsonNode copy = contract.deepCopy();
        if (merged.at(PROBLEM) instanceof ObjectNode here && copy.at(PROBLEM) instanceof ObjectNode there) {
            there.properties().forEach(member -> here.putIfAbsent(member.getKey(), member.getValue()));
            there.setAll(here);
        }
        return copy;
    }

    /** New names by old reference, for the components whose names are taken by something else. */
    private Map<String, String> addComponents(String service, JsonNode components) {
        Map<String, String> renames = new HashMap<>();
        components
                .properties()
                .forEach(section -> section.getValue().properties().forEach(component -> {
                    JsonNode present =
                            merged.path("components").path(section.getKey()).path(component.getKey());
                    if (!present.isMissingNode() && !present.equals(component.getValue())) {
                        renames.put(
                                String.format(Locale.ROOT, REFERENCE, section.getKey(), component.getKey()),
                                service + component.getKey());
                    }
                }));
        return renames;
    }

    private void addMissing(String section, JsonNode components) {
        ObjectNode target = merged.withObject("components").withObjectProperty(section);
        components.properties().forEach(component -> target.putIfAbsent(component.getKey(), component.getValue()));
    }

    private void addRouted(String path, JsonNode operations) {
        ObjectNode routed = JsonNodeFactory.instance.objectNode();
        operations.properties().stream()
                .filter(operation -> isRouted.test(operation.getKey(), path))
                .forEach(operation -> routed.set(operation.getKey(), operation.getValue()));
        if (!routed.isEmpty()) {
            merged.withObject("paths").set(path, routed);
        }
    }

    /** A copy of the tree in which the components and all references to them have their new names. */
    private static JsonNode rename(JsonNode node, Map<String, String> renames) {
        ObjectNode copy = (ObjectNode) withNewReferences(node, renames);
        copy.path("components").properties().forEach(section -> {
            ObjectNode components = (ObjectNode) section.getValue();
            renames.forEach((reference, name) -> {
                String old = reference.substring(reference.lastIndexOf('/') + 1);
                if (reference.equals(String.format(Locale.ROOT, REFERENCE, section.getKey(), old))) {
                    components.set(name, components.remove(old));
                }
            });
        });
        return copy;
    }

    private static JsonNode withNewReferences(JsonNode node, Map<String, String> renames) {
        if (node.isTextual() && renames.containsKey(node.textValue())) {
            String reference = node.textValue();
            return TextNode.valueOf(reference.substring(0, reference.lastIndexOf('/') + 1) + renames.get(reference));
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> copy.add(withNewReferences(item, renames)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties()
                    .forEach(property -> copy.set(property.getKey(), withNewReferences(property.getValue(), renames)));
            return copy;
        }
        return node;
    }
}
