package io.cloudshop.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MergedContractsTest {

    private static final String AUTH = """
            openapi: 3.1.0
            tags: [{name: Accounts}, {name: Machines}]
            paths:
              /me:
                get:
                  tags: [Accounts]
                  security: [{bearer: []}]
                  responses: {"200": {$ref: "#/components/responses/Page"}}
                  content: {$ref: "#/components/schemas/Page"}
              /token:
                post: {tags: [Machines], content: {$ref: "#/components/schemas/Grant"}, security: [{basic: []}]}
            components:
              schemas:
                Id: {type: string}
                Page: {type: object}
                Grant: {type: object, properties: {kind: {$ref: "#/components/schemas/Kind"}}}
                Kind: {type: string}
              securitySchemes:
                bearer: {type: http}
                basic: {type: http}
              responses:
                Page: {description: One}
            """;
    private static final String PRODUCTS = """
            openapi: 3.1.0
            tags: [{name: Catalogue}]
            paths:
              /products:
                get: {tags: [Catalogue], schema: {$ref: "#/components/schemas/Page"}, id: {$ref: "#/components/schemas/Id"}}
                trace: {}
            components:
              schemas:
                Id: {type: string}
                Page: {type: array, items: {$ref: "#/components/schemas/Id"}}
            """;

    private final ObjectNode merged = new MergedContracts(
                    (method, path) -> !method.equals("trace") && !path.equals("/token"))
            .add("Auth", yaml(AUTH))
            .add("Products", yaml(PRODUCTS))
            .document();

    @Test
    void has_the_operations_of_all_services_that_are_routed_and_no_others() {
        assertThat(merged.get("paths").fieldNames()).toIterable().containsExactly("/me", "/products");
        assertThat(merged.at("/paths/~1products").fieldNames()).toIterable().containsExactly("get");
        assertThat(merged.get("tags").findValuesAsText("name")).containsExactly("Accounts", "Catalogue");
    }

    @Test
    void keeps_two_schemas_of_one_name_apart_and_their_references_right() {
        assertThat(merged.at("/components/schemas/Page/type").asText()).isEqualTo("object");
        assertThat(merged.at("/components/schemas/ProductsPage/type").asText()).isEqualTo("array");
        assertThat(merged.at("/paths/~1products/get/schema/$ref").asText())
                .isEqualTo("#/components/schemas/ProductsPage");
        assertThat(merged.at("/paths/~1me/get/responses/200/$ref").asText()).isEqualTo("#/components/responses/Page");
    }

    @Test
    void leaves_out_what_only_operations_that_are_not_routed_need() {
        assertThat(merged.at("/components/schemas").has("Grant")).isFalse();
        assertThat(merged.at("/components/schemas").has("Kind")).isFalse();
        assertThat(merged.at("/components/securitySchemes").fieldNames())
                .toIterable()
                .containsExactly("bearer");
    }

    @Test
    void shares_what_is_the_same() {
        assertThat(merged.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("Id", "Page", "ProductsPage");
        assertThat(merged.at("/components/schemas/ProductsPage/items/$ref").asText())
                .isEqualTo("#/components/schemas/Id");
    }

    @Test
    void the_problem_is_one_with_the_members_of_all() {
        JsonNode both = new MergedContracts((method, path) -> true)
                .add("Orders", yaml(problemWith("total")))
                .add("Products", yaml(problemWith("productIds")))
                .document();

        assertThat(both.at("/components/schemas").fieldNames()).toIterable().containsExactly("Problem");
        assertThat(both.at("/components/schemas/Problem/properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("title", "total", "productIds");
        assertThat(both.at("/paths/~1productIds/get/schema/$ref").asText()).isEqualTo("#/components/schemas/Problem");
    }

    private static String problemWith(String member) {
        return String.format(Locale.ROOT, """
                openapi: 3.1.0
                paths:
                  /%1$s:
                    get: {schema: {$ref: "#/components/schemas/Problem"}}
                components:
                  schemas:
                    Problem: {type: object, properties: {title: {type: string}, %1$s: {type: string}}, required: [title]}
                """, member);
    }

    private static JsonNode yaml(String text) {
        try {
            return new YAMLMapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
