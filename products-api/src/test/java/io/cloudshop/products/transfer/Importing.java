package io.cloudshop.products.transfer;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudshop.products.testing.Api;
import io.cloudshop.products.testing.ProductBuilder;
import io.cloudshop.products.testing.Rows;
import io.cloudshop.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sending files, and finding what came of them. */
final class Importing {

    static final String NDJSON = "application/x-ndjson";
    static final String CSV = "text/csv";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Importing() {}

    static RequestSpecification file(String type, byte[] content) {
        return given().auth().oauth2(TestTokens.admin()).contentType(type).body(content);
    }

    static Response send(String type, byte[] content) {
        return file(type, content).post("/api/v1/products/import");
    }

    static Response send(String type, String content) {
        return send(type, content.getBytes(StandardCharsets.UTF_8));
    }

    static Response importing(ProductBuilder... products) {
        return send(NDJSON, lines(products));
    }

    static String lines(ProductBuilder... products) {
        return Arrays.stream(products).map(Importing::line).collect(Collectors.joining());
    }

    static String line(ProductBuilder product) {
        try {
            return JSON.writeValueAsString(product.body()) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Response product(String sku) {
        return Api.product(idOf(sku));
    }

    static UUID idOf(String sku) {
        return UUID.fromString(Rows.of("SELECT id FROM product WHERE sku = ? AND deleted_at IS NULL", sku)
                .getFirst());
    }

    static boolean exists(String sku) {
        return !Rows.of("SELECT id FROM product WHERE sku = ? AND deleted_at IS NULL", sku)
                .isEmpty();
    }
}
