package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shop shows to the outside, and what it keeps to itself. */
@LocalShopNeeded
class EntranceIT {

    private static final String PROBLEM = "application/problem+json";

    private final LocalShop shop;

    EntranceIT(LocalShop shop) {
        this.shop = shop;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/reservations",
                "/api/v1/reservations/01a1f8b7-f2c8-7c59-9137-593c3a2067c7/confirm",
                "/api/v1/auth/token",
                "/health/ready",
                "/metrics",
                "/api/v1/nothing"
            })
    void the_gateway_does_not_lead_inside(String path) {
        for (Reply reply : List.of(shop.guest().get(path), shop.guest().post(path, List.of()))) {
            assertThat(reply.status()).as(reply.toString()).isEqualTo(404);
            assertThat(reply.header("Content-Type")).startsWith(PROBLEM);
        }
    }

    @Test
    void a_cart_belongs_to_somebody() {
        Reply refusal = shop.guest().get("/api/v1/cart");

        assertThat(refusal.status()).isEqualTo(401);
        assertThat(refusal.header("Content-Type")).startsWith(PROBLEM);
        assertThat(refusal.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(refusal.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void one_document_describes_what_the_gateway_routes() {
        Reply document = shop.guest().get("/openapi");

        assertThat(document.status()).isEqualTo(200);
        assertThat(document.json().at("/paths").fieldNames())
                .toIterable()
                .contains(
                        "/.well-known/jwks.json",
                        "/api/v1/auth/register",
                        "/api/v1/auth/login",
                        "/api/v1/auth/me",
                        "/api/v1/auth/password-reset-requests",
                        "/api/v1/auth/password-resets",
                        "/api/v1/products",
                        "/api/v1/products/{id}",
                        "/api/v1/products/search",
                        "/api/v1/categories",
                        "/api/v1/cart",
                        "/api/v1/cart/items/{productId}",
                        "/api/v1/orders",
                        "/api/v1/orders/{id}")
                .noneMatch(path -> path.startsWith("/api/v1/reservations"))
                .doesNotContain("/api/v1/auth/token");
    }

    @Test
    void the_documentation_is_a_page() {
        Reply page = shop.guest().get("/docs");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "products-api", "orders-api", "api-gateway", "frontend"})
    void health_and_metrics_are_on_the_management_port_alone(String service) {
        Client management = new Client(shop.managementUrl(service));
        Client entrance = new Client(shop.serviceUrl(service));

        for (String probe : List.of("/health/live", "/health/ready", "/health/started")) {
            assertThat(management.get(probe).json().at("/status").asText())
                    .as(probe)
                    .isEqualTo("UP");
            assertThat(entrance.get(probe).body()).doesNotContain("UP");
        }
        assertThat(management.get("/metrics").body()).contains("jvm_memory_used_bytes");
        assertThat(entrance.get("/metrics").body()).doesNotContain("jvm_memory_used_bytes");
    }
}
