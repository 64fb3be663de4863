package io.cloudshop.system.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** The shop as its admin and its customers reach it, without the gateway. */
public final class ShopClient {

    private static final String ADMIN = "admin@cloudshop.local";
    private static final String ADMIN_PASSWORD = "admin-password-local";
    private static final String PASSWORD = "correct horse battery staple";

    private final Api auth;
    private final List<Integer> orders;
    private final Api productsAsAdmin;
    private final Api ordersAsAdmin;

    public ShopClient(TestShop shop) {
        this(portsOf(List.of(shop.auth())), portsOf(shop.products()), portsOf(shop.orders()));
    }

    /** Each by the ports of its replicas, or of what stands in front of them. */
    public ShopClient(List<Integer> auth, List<Integer> products, List<Integer> orders) {
        this(auth, products, orders, ADMIN_PASSWORD);
    }

    /** A whole shop behind its gateway, with an administrator's password of its own. */
    public ShopClient(int gateway, String adminPassword) {
        this(List.of(gateway), List.of(gateway), List.of(gateway), adminPassword);
    }

    private ShopClient(List<Integer> auth, List<Integer> products, List<Integer> orders, String adminPassword) {
        this.auth = new Api(auth, null);
        this.orders = orders;
        String token = login(ADMIN, adminPassword);
        this.productsAsAdmin = new Api(products, token);
        this.ordersAsAdmin = new Api(orders, token);
    }

    /** Customers that have never bought anything. */
    public List<Buyer> givenBuyers(int count) {
        return IntStream.range(0, count).mapToObj(this::givenBuyer).toList();
    }

    private Buyer givenBuyer(int number) {
        return new Buyer(new Api(orders, givenToken()), number);
    }

    /** The access token of a new customer. */
    public String givenToken() {
        String email = UUID.randomUUID() + "@example.org";
        Answer registered = auth.post(
                "/api/v1/auth/register",
                Map.of("email", email, "password", PASSWORD, "displayName", "Buyer"),
                Map.of());
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        return login(email, PASSWORD);
    }

    /** A new product; a replica that has just lost its database may need a second request. */
    public UUID givenProduct(int stock) {
        return await("a product is created")
                .atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ZERO)
                .until(() -> createProduct(stock), answer -> answer.status() == 201)
                .json()
                .get("id")
                .asText()
                .transform(UUID::fromString);
    }

    private Answer createProduct(int stock) {
        UUID marker = UUID.randomUUID();
        return productsAsAdmin.post(
                "/api/v1/products",
                Map.of(
                        "sku",
                        "T-" + marker.toString().substring(0, 13).toUpperCase(Locale.ROOT),
                        "name",
                        "Lamp " + marker,
                        "description",
                        "A lamp to fight over.",
                        "category",
                        "Lighting",
                        "price",
                        Map.of("amount", "19.90", "currency", "EUR"),
                        "stock",
                        stock,
                        "imageUrl",
                        "/catalogue/lamp.svg"),
                Map.of());
    }

    /**
     * Waits until the replica that the buyer goes to first finishes orders by itself: after a fault its circuits are open
     * for a while, and what it is sent meanwhile is finished by another.
     */
    public void awaitThatItServes(Buyer buyer) {
        Map<UUID, Integer> lines = Map.of(givenProduct(1_000), 1);
        await("a replica finishes orders by itself")
                .atMost(Duration.ofSeconds(30))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(UncheckedIOException.class)
                .until(() -> buyer.checkOutAtOwnReplica(lines, "tok_visa").status() == 201
                        && buyer.checkOutAtOwnReplica(lines, "tok_declined").status() == 402);
    }

    /** {@code onHand}, {@code held}, {@code available} and {@code sold} of a product. */
    public JsonNode stockOf(UUID product) {
        return productsAsAdmin
                .getPatiently("/api/v1/products/" + product + "/stock")
                .json();
    }

    public Answer reconciliation() {
        return ordersAsAdmin.getPatiently("/api/v1/admin/reconciliation");
    }

    private String login(String email, String password) {
        Answer answer = auth.post("/api/v1/auth/login", Map.of("email", email, "password", password), Map.of());
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().get("accessToken").asText();
    }

    private static List<Integer> portsOf(List<Node> replicas) {
        return replicas.stream().map(Node::port).toList();
    }
}
