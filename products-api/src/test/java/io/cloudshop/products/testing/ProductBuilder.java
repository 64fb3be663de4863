package io.cloudshop.products.testing;

import io.cloudshop.defaults.Ids;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** A product to be, acceptable unless a test says otherwise. */
public final class ProductBuilder {

    private final Map<String, Object> body = new HashMap<>();

    private ProductBuilder() {
        body.put("sku", anySku());
        body.put("name", "Desk lamp");
        body.put("description", "A lamp for a desk.");
        body.put("category", "Lighting");
        body.put("price", euros("49.90"));
        body.put("stock", 10);
        body.put("imageUrl", "/catalogue/lamp.svg");
    }

    public static ProductBuilder aProduct() {
        return new ProductBuilder();
    }

    public static String anySku() {
        String random = Ids.next().toString().toUpperCase(Locale.ROOT);
        return "T-" + random.substring(random.length() - 20);
    }

    public static Map<String, String> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }

    public ProductBuilder named(String name) {
        return with("name", name);
    }

    public ProductBuilder in(String category) {
        return with("category", category);
    }

    public ProductBuilder priced(String amount) {
        return with("price", euros(amount));
    }

    public ProductBuilder withStock(long stock) {
        return with("stock", stock);
    }

    public ProductBuilder with(String field, Object value) {
        body.put(field, value);
        return this;
    }

    public ProductBuilder without(String field) {
        body.remove(field);
        return this;
    }

    public Map<String, Object> body() {
        return body;
    }

    public Response post() {
        return Api.asAdmin().body(body).post("/api/v1/products");
    }

    public UUID create() {
        return UUID.fromString(post().then().statusCode(201).extract().path("id"));
    }

    public Response put(UUID id, String ifMatch) {
        return Api.asAdmin().header("If-Match", ifMatch).body(body).put("/api/v1/products/{id}", id);
    }
}
