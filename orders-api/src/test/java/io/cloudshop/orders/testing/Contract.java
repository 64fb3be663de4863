package io.cloudshop.orders.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.Response;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A peer's OpenAPI document, to check what is said to the peer and what its stand-in answers.
 *
 * <p>The validator reads OpenAPI 3.1 but then overlooks every {@code type}; so the few things that 3.1 writes otherwise
 * are first rewritten to 3.0, which it checks in full.
 */
public final class Contract {

    private static final String NULL = "null";

    private final OpenApiInteractionValidator validator;

    private Contract(OpenApiInteractionValidator validator) {
        this.validator = validator;
    }

    /** The document of that service in the contracts folder; a missing one is an error. */
    public static Contract of(String service) {
        File document = Path.of(System.getProperty("cloudshop.contracts"), service + ".yaml")
                .toFile();
        try {
            JsonNode tree = new YAMLMapper().readTree(document);
            rewrite(tree);
            ((ObjectNode) tree).put("openapi", "3.0.3");
            String text = new ObjectMapper().writeValueAsString(tree);
            return new Contract(OpenApiInteractionValidator.createForInlineApiSpecification(text)
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the exchange; empty when it keeps to the contract. */
    public List<String> breachesOf(Request request, Response response) {
        String exchange = request.getMethod() + " " + request.getPath() + " answered " + response.getStatus();
        return errors(validator.validate(request, response), exchange);
    }

    /** What is wrong with an answer, whatever was asked; an address that the document does not have says nothing. */
    public List<String> breachesOf(Request.Method method, String path, Response response) {
        String exchange = method + " " + path + " answered " + response.getStatus();
        return errors(validator.validateResponse(path, method, response), exchange).stream()
                .filter(error -> !error.contains("validation.request.path.missing")
                        && !error.contains("validation.request.operation.notAllowed"))
                .toList();
    }

    private static List<String> errors(ValidationReport report, String exchange) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(message -> exchange + ": " + message.getKey() + ": " + message.getMessage())
                .toList();
    }

    private static void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            nullableInsteadOfTypeNull(object);
            enumInsteadOfConst(object);
            if (object.path("examples").isArray()) {
                object.remove("examples");
            }
        }
        node.forEach(Contract::rewrite);
    }

    private static void nullableInsteadOfTypeNull(ObjectNode schema) {
        if (schema.get("type") instanceof ArrayNode types) {
            types.forEach(type -> {
                if (NULL.equals(type.asText())) {
                    schema.put("nullable", true);
                } else {
                    schema.set("type", type);
                }
            });
        }
    }

    private static void enumInsteadOfConst(ObjectNode schema) {
        if (schema.path("const").isTextual()) {
            schema.putArray("enum").add(schema.remove("const"));
        }
    }
}
