package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

/** Someone with an account who shops through the gateway. */
final class Customer {

    private static final Map<String, String> ADDRESS = Map.of(
            "name", "Ada Lovelace", "street", "1 Main Street", "postalCode", "75001", "city", "Paris", "country", "FR");

    private final String email;
    private final String password;
    private final Client client;

    private Customer(String email, String password, Client client) {
        this.email = email;
        this.password = password;
        this.client = client;
    }

    /** Registers someone new and logs in. */
    static Customer registeredAt(LocalShop shop) {
        String email = UUID.randomUUID() + "@example.org";
        String password = "a long enough password";
        Client guest = shop.guest();
        Reply registered = guest.post(
                "/api/v1/auth/register", Map.of("email", email, "password", password, "displayName", "Ada Lovelace"));
        assertThat(registered.status()).as(registered.toString()).isEqualTo(201);
        Reply login = guest.post("/api/v1/auth/login", Map.of("email", email, "password", password));
        assertThat(login.status()).as(login.toString()).isEqualTo(200);
        String token = login.json().at("/accessToken").asText();
        return new Customer(email, password, new Client(shop.gatewayUrl(), "Authorization", "Bearer " + token));
    }

    /** The same token, shown to a service itself. */
    Client directlyAt(String url) {
        return client.at(url);
    }

    Reply logOut() {
        return client.post("/api/v1/auth/logout", Map.of());
    }

    String email() {
        return email;
    }

    String password() {
        return password;
    }

    Reply profile() {
        return client.get("/api/v1/auth/me");
    }

    Reply putIntoCart(Product product, int quantity) {
        return client.put("/api/v1/cart/items/" + product.id(), Map.of("quantity", quantity));
    }

    Reply cart() {
        return client.get("/api/v1/cart");
    }

    /** Orders what is in the cart. */
    Reply checkOut(String idempotencyKey) {
        return client.post(
                "/api/v1/orders",
                Map.of("shippingAddress", ADDRESS, "payment", Map.of("method", "card", "token", "tok_visa")),
                "Idempotency-Key",
                idempotencyKey);
    }

    Reply cancels(String orderId) {
        return client.post("/api/v1/orders/" + orderId + "/cancel", Map.of());
    }

    Reply savesAddress() {
        return client.post("/api/v1/auth/me/addresses", ADDRESS);
    }

    Reply orders() {
        return client.get("/api/v1/orders");
    }
}
