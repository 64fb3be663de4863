package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Somebody who looks after the catalogue: the administrator of a local shop. */
final class Merchant {

    private static final Map<String, String> CREDENTIALS =
            Map.of("email", "admin@cloudshop.local", "password", "admin-password-local");

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

    void asksFor(BigDecimal price, Product product) {
        String path = "/api/v1/products/" + product.id();
        Reply now = client.get(path);
        ObjectNode edited = ((ObjectNode) now.json())
                .retain(List.of("sku", "name", "description", "category", "price", "imageUrl"));
        ((ObjectNode) edited.get("price")).put("amount", price.toPlainString());
        Reply saved = client.put(path, edited, "If-Match", now.header("ETag"));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
    }
}
