package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Somebody who looks after the catalogue: the administrator of a local shop. */
final class Merchant {

    static final String EMAIL = "admin@cloudshop.local";
    static final String PASSWORD = "admin-password-local";

    private static final Map<String, String> CREDENTIALS = Map.of("email", EMAIL, "password", PASSWORD);

    private final Client client;

    private Merchant(Client client) {
        this.client = client;
    }

    static Merchant of(LocalShop shop) {
        Reply login = shop.guest().post("/api/v1/auth/login", CREDENTIALS);
        assertThat(login.status()).as(login.toString()).isEqualTo(200);
        String token = login.json().at("/accessToken").asText();
        return new Merchant(new Client(shop.gatewayUrl(), "Authorization", "Bearer " + token));
    }

    /** A product of its own, for as long as somebody needs it. */
    Product adds(String sku, String name) {
        return adds(sku, name, 20);
    }

    Product adds(String sku, String name, int stock) {
        Map<String, Object> product = Map.of(
                "sku",
                sku,
                "name",
                name,
                "category",
                "Lighting",
                "price",
                Map.of("amount", "20.00", "currency", "EUR"),
                "stock",
                stock);
        Reply added = client.post("/api/v1/products", product);
        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        return Product.of(added.json());
    }

    void takesAway(Product product) {
        Reply gone = client.delete("/api/v1/products/" + product.id());
        assertThat(gone.status()).as(gone.toString()).isEqualTo(204);
    }

    void asksFor(BigDecimal price, Product product) {
        edits(product, edited -> ((ObjectNode) edited.get("price")).put("amount", price.toPlainString()));
    }

    void calls(String name, Product product) {
        edits(product, edited -> edited.put("name", name));
    }

    void ships(String orderId) {
        Reply shipped = client.post("/api/v1/admin/orders/" + orderId + "/ship", Map.of());
        assertThat(shipped.status()).as(shipped.toString()).isEqualTo(200);
    }

    void delivers(String orderId) {
        Reply delivered = client.post("/api/v1/admin/orders/" + orderId + "/deliver", Map.of());
        assertThat(delivered.status()).as(delivered.toString()).isEqualTo(200);
    }

    /** The order of a customer as the shop keeps it. */
    JsonNode orderOf(String userId, String orderId) {
        return client.get("/api/v1/admin/orders?userId=" + userId)
                .items("/items")
                .filter(order -> order.at("/id").asText().equals(orderId))
                .findFirst()
                .orElseThrow();
    }

    private void edits(Product product, Consumer<ObjectNode> edit) {
        String path = "/api/v1/products/" + product.id();
        Reply now = client.get(path);
        ObjectNode edited = ((ObjectNode) now.json())
                .retain(List.of("sku", "name", "description", "category", "price", "imageUrl"));
        edit.accept(edited);
        Reply saved = client.put(path, edited, "If-Match", now.header("ETag"));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    }
}
