package io.cloudshop.products.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.search.backend.elasticsearch.ElasticsearchExtension;
import org.hibernate.search.mapper.orm.mapping.SearchMapping;

/**
 * What an index has to look like, as Hibernate Search wants it: fields, analysis, settings. Its fingerprint is written into
 * the index, so that one of another version of this service, or not made by it at all, is recognised with one look.
 */
@ApplicationScoped
class IndexSchema {

    /** Where the fingerprint stands in what the engine says of an index. */
    static final String IN_MAPPING = "/mappings/_meta/schema";

    private final ObjectNode body;
    private final String fingerprint;

    IndexSchema(SearchMapping mapping, ObjectMapper json) {
        try {
            body = (ObjectNode) json.readTree(export(mapping));
            body.remove("aliases");
            fingerprint = Fingerprint.of(sorted(json, body));
            ((ObjectNode) body.get("mappings")).putObject("_meta").put("schema", fingerprint);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Hibernate Search exports JSON", impossible);
        }
    }

    /** The request that makes such an index. */
    String body() {
        return body.toString();
    }

    String fingerprint() {
        return fingerprint;
    }

    private static String export(SearchMapping mapping) {
        List<String> bodies = new ArrayList<>();
        mapping.scope(StagedProduct.class).schemaManager().exportExpectedSchema((backend, index, export) -> {
            List<?> parts = export.extension(ElasticsearchExtension.get()).bodyParts();
            bodies.add(String.valueOf(parts.getFirst()));
        });
        return bodies.getFirst();
    }

    private static String sorted(ObjectMapper json, ObjectNode body) throws JsonProcessingException {
        return json.writer(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .writeValueAsString(json.convertValue(body, Map.class));
    }
}
