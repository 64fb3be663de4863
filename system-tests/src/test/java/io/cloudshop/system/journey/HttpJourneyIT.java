package io.cloudshop.system.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A customer's way through the shop, over HTTP and through the gateway. */
@LocalShopNeeded
class HttpJourneyIT {

    private final LocalShop shop;

    HttpJourneyIT(LocalShop shop) {
        this.shop = shop;
    }

    @Test
    void who_registers_is_known_after_the_login() {
        Customer customer = Customer.registeredAt(shop);

        JsonNode profile = customer.profile().json();

        assertThat(profile.at("/email").asText()).isEqualTo(customer.email());
        assertThat(profile.at("/displayName").asText()).isEqualTo("Ada Lovelace");
        assertThat(profile.at("/roles").toString()).isEqualTo("[\"customer\"]");
    }

    @Test
    void a_product_is_found_by_its_name_with_facets() {
        Product product = Product.inStockAt(shop);
        shop.awaitIndex();

        Reply found = shop.answeredByIndex(product.name());

        assertThat(found.items("/items").findFirst().map(Product::of)).contains(product);
        assertThat(found.items("/items")
                        .findFirst()
                        .orElseThrow()
                        .at("/highlights/name/0")
                        .asText())
                .contains("<em>");
        assertThat(found.items("/facets/categories")
                        .map(category -> category.at("/value").asText()))
                .contains(product.category());
        assertThat(found.items("/facets/prices")
                        .mapToInt(range -> range.at("/count").asInt())
                        .sum())
                .isEqualTo(found.json().at("/total").asInt());
    }

    @Test
    void a_cart_becomes_one_order_however_often_it_is_sent() {
        Customer customer = Customer.registeredAt(shop);
        Product product = Product.inStockAt(shop);
        customer.putIntoCart(product, 2);
        Reply cart = customer.putIntoCart(product, 1);
        assertThat(cart.status()).as(cart.toString()).isEqualTo(200);
        assertThat(amount(customer.cart().json().at("/total"))).isEqualTo(product.price());

        String key = UUID.randomUUID().toString();
        Reply order = customer.checkOut(key);
        Reply replay = customer.checkOut(key);

        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.json().at("/status").asText()).isEqualTo("CONFIRMED");
        assertThat(amount(order.json().at("/total"))).isEqualTo(product.price());
        assertThat(order.header("Idempotency-Replayed")).isEmpty();
        assertThat(replay.status()).isEqualTo(201);
        assertThat(replay.body()).isEqualTo(order.body());
        assertThat(replay.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(customer.orders().items("/items").map(it -> it.at("/id").asText()))
                .containsExactly(order.json().at("/id").asText());
        assertThat(customer.cart().items("/items")).isEmpty();
        assertThat(product.now(shop).stock()).isEqualTo(product.stock() - 1);
    }

    private static BigDecimal amount(JsonNode money) {
        return new BigDecimal(money.at("/amount").asText());
    }
}
