package io.cloudshop.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.cloudshop.orders.testing.Trouble;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CartOutageTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 7);

    @Test
    void without_redis_there_is_no_cart_but_orders_with_lines_go_through_and_the_cart_comes_back() {
        givenInCart(alice, lamp, 2);
        Peers.redisLine().cut();

        thenCartIsUnavailable(as(alice).get(CART));
        thenCartIsUnavailable(whenPutting(alice, lamp, 1));
        thenCartIsUnavailable(as(alice).delete(CART + "/items/" + lamp.id()));
        thenCartIsUnavailable(as(alice).delete(CART));
        thenCartIsUnavailable(whenCheckingOut(alice, Basket.fromCart()));
        whenCheckingOut(alice, Basket.of(lamp, 1)).then().statusCode(201);

        Peers.redisLine().mend();

        as(alice).get(CART).then().statusCode(200).body("items.quantity", contains(2));
    }

    @Test
    void an_order_is_confirmed_although_its_cart_can_only_be_emptied_later() {
        givenInCart(alice, lamp, 2);
        crashes.crashOnceAt("EMPTY_CART.before");
        String key = newKey();
        whenCheckingOut(alice, key, Basket.fromCart()).then().statusCode(500);
        UUID order = onlyOrderOf(alice);
        Peers.redisLine().cut();

        whenTheOrderFallsDue(order);

        thenOrderIs(alice, order, "CONFIRMED");
        assertThat(stepOf(order)).isEqualTo("EMPTY_CART");
        whenCheckingOut(alice, key, Basket.fromCart()).then().statusCode(201);
        Peers.redisLine().mend();
        thenNothingIsLeftToDoFor(order);
        as(alice).get(CART).then().body("items.size()", equalTo(0));
    }

    @Test
    void without_products_api_a_cart_cannot_be_shown_but_it_is_kept() {
        givenInCart(alice, lamp, 2);
        Peers.productsLine().cut();

        thenCatalogueIsUnavailable(as(alice).get(CART));

        Peers.productsLine().mend();
        as(alice).get(CART).then().statusCode(200).body("items.quantity", contains(2));
    }

    @Test
    void an_answer_that_is_none_is_an_outage_too() {
        givenInCart(alice, lamp, 2);

        productsApi().failAt(Call.PRODUCTS, Trouble.GARBAGE);
        thenCatalogueIsUnavailable(as(alice).get(CART));

        productsApi().failAt(Call.PRODUCTS, Trouble.ERROR);
        thenCatalogueIsUnavailable(as(alice).get(CART));
    }

    @Test
    void an_empty_cart_needs_no_catalogue() {
        Peers.productsLine().cut();

        as(alice).get(CART).then().statusCode(200);
    }

    private static void thenCartIsUnavailable(Response answer) {
        thenProblem(answer, 503, "cart-unavailable");
        answer.then().header("Retry-After", notNullValue());
    }

    private static void thenCatalogueIsUnavailable(Response answer) {
        thenProblem(answer, 503, "catalogue-unavailable");
        answer.then().header("Retry-After", notNullValue());
    }
}
