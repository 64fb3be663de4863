package io.cloudshop.products.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The indexes behind the aliases: which are there, making them, exchanging and removing them. */
@ApplicationScoped
class EngineIndexes {

    private static final String ALIASES = "aliases";

    private final Engine engine;
    private final IndexSchema schema;
    private final ObjectMapper json;

    EngineIndexes(Engine engine, IndexSchema schema, ObjectMapper json) {
        this.engine = engine;
        this.schema = schema;
        this.json = json;
    }

    /** An index as the engine has it. */
    record EngineIndex(String name, List<String> aliases, String schema) {

        /** Whether it is searched and written to. */
        boolean isLive() {
            return aliases.containsAll(IndexAliases.OF_LIVE);
        }
    }

    /** Every index that has one of these names, be it as an alias. */
    List<EngineIndex> named(List<String> names) {
        return engine.get("/" + String.join(",", names) + "?ignore_unavailable=true&allow_no_indices=true")
                .map(EngineIndexes::indexes)
                .orElse(List.of());
    }

    /** Every index that a rebuild made and left behind, or that is searched. */
    List<EngineIndex> ofRebuilds() {
        return named(List.of(IndexAliases.allIndexes())).stream()
                .filter(index -> IndexAliases.rebuildOf(index.name()) != null)
                .toList();
    }

    /** Makes an empty index that takes staged documents. */
    void create(String name) {
        engine.put("/" + name, schema.body());
        exchange(IndexAliases.OF_STAGED, name, List.of());
    }

    /**
     * Searches and changes go to this index from now on, in one step. Gives the indexes that had its aliases before: searches
     * that began a moment ago still read them.
     */
    List<String> publish(String name) {
        List<EngineIndex> before = named(IndexAliases.OF_LIVE);
        exchange(IndexAliases.OF_LIVE, name, IndexAliases.OF_STAGED);
        return before.stream()
                .map(EngineIndex::name)
                .filter(index -> !index.equals(name) && !IndexAliases.OF_LIVE.contains(index))
                .toList();
    }

    void refresh(String name) {
        engine.post("/" + name + "/_refresh", "");
    }

    /**
     * Has the engine make one piece of what was written in many: a search looks into each, and where finds are equal it compares
     * names across them. Returns at once; the index is searched meanwhile.
     */
    void compact(String name) {
        engine.post("/" + name + "/_forcemerge?max_num_segments=1&wait_for_completion=false", "");
    }

    /** Absent is fine, too. */
    void remove(String name) {
        engine.delete("/" + name + "?ignore_unavailable=true");
    }

    /** Aliases go from whatever has them to one index; a plain index of an alias' name cannot stay. */
    private void exchange(List<String> aliases, String to, List<String> dropped) {
        ArrayNode actions = json.createArrayNode();
        named(aliases).stream()
                .flatMap(index -> Stream.concat(
                        aliases.stream().filter(index.aliases()::contains).map(alias -> remove(index.name(), alias)),
                        Optional.of(index.name()).filter(aliases::contains).map(this::removeIndex).stream()))
                .forEach(actions::add);
        dropped.forEach(alias -> actions.add(remove(to, alias)));
        aliases.forEach(alias -> actions.add(add(to, alias)));
        engine.post("/_aliases", json.createObjectNode().set("actions", actions).toString());
    }

    private ObjectNode add(String index, String alias) {
        ObjectNode add = json.createObjectNode().put("index", index).put("alias", alias);
        if (IndexAliases.isWriteAlias(alias)) {
            add.put("is_write_index", true);
        }
        return json.createObjectNode().set("add", add);
    }

    private ObjectNode remove(String index, String alias) {
        return json.createObjectNode()
                .set("remove", json.createObjectNode().put("index", index).put("alias", alias));
    }

    private ObjectNode removeIndex(String index) {
        return json.createObjectNode()
                .set("remove_index", json.createObjectNode().put("index", index));
    }

    private static List<EngineIndex> indexes(JsonNode answer) {
        return answer.properties().stream()
                .map(entry -> new EngineIndex(
                        entry.getKey(),
                        entry.getValue()
                                .path(ALIASES)
                                .propertyStream()
                                .map(Map.Entry::getKey)
                                .toList(),
                        entry.getValue().at(IndexSchema.IN_MAPPING).asText()))
                .toList();
    }
}
