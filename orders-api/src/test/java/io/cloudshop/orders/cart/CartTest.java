package io.cloudshop.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class CartTest extends OrdersTest {

    private final Customer alice = Customer.isNew();

    @Inject
    RedisDataSource redis;

    @Test
    void a_cart_that_nobody_filled_is_empty() {
        as(alice)
                .get(CART)
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("total.amount", equalTo("0.00"))
                .body("total.currency", equalTo("EUR"));
    }

    @Test
    void what_is_put_in_is_shown_with_name_price_and_total() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Product chair = givenProduct("chair", "100.00", 3);

        givenInCart(alice, lamp, 2);
        Response cart = whenPutting(alice, chair, 1);

        cart.then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .body("total.amount", equalTo("139.80"))
                .body("total.currency", equalTo("EUR"))
                .rootPath("items.find { it.productId == '" + lamp.id() + "' }")
                .body("sku", equalTo(lamp.sku()))
                .body("name", equalTo("lamp"))
                .body("quantity", equalTo(2))
                .body("unitPrice.amount", equalTo("19.90"))
                .body("lineTotal.amount", equalTo("39.80"))
                .body("available", equalTo(7))
                .body("imageUrl", equalTo("/catalogue/" + lamp.id() + ".svg"))
                .body("problem", nullValue());
        assertThat(as(alice).get(CART).asString()).isEqualTo(cart.asString());
    }

    /** products-api has the names, and finds the language. */
    @Test
    void the_catalogue_is_asked_in_the_language_of_the_customer() {
        String languages = "fr-CA, fr;q=0.9, x-" + UUID.randomUUID();
        givenInCart(alice, givenProduct("lamp", "19.90", 7), 1);

        as(alice).header("Accept-Language", languages).get(CART).then().statusCode(200);

        assertThat(productsApi().headersOf(Call.PRODUCTS, "Accept-Language")).containsOnlyOnce(languages);
    }

    @Test
    void putting_again_replaces_the_quantity() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        givenInCart(alice, lamp, 2);

        whenPutting(alice, lamp, 5).then().body("items.quantity", contains(5));
    }

    @Test
    void a_product_can_be_taken_out_and_so_can_one_that_was_never_in() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Product chair = givenProduct("chair", "100.00", 3);
        givenInCart(alice, lamp, 2);
        givenInCart(alice, chair, 1);

        as(alice)
                .delete(CART + "/items/" + lamp.id())
                .then()
                .statusCode(200)
                .body("items.productId", contains(chair.id().toString()));
        as(alice).delete(CART + "/items/" + UUID.randomUUID()).then().statusCode(200);
    }

    @Test
    void a_cart_can_be_emptied_and_emptied_again() {
        givenInCart(alice, givenProduct("lamp", "19.90", 7), 2);

        as(alice).delete(CART).then().statusCode(204);
        as(alice).delete(CART).then().statusCode(204);

        as(alice).get(CART).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99})
    void one_to_ninety_nine_can_be_wanted(int quantity) {
        whenPutting(alice, givenProduct("lamp", "19.90", 100), quantity)
                .then()
                .statusCode(200)
                .body("items.quantity", contains(quantity));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100, Integer.MAX_VALUE})
    void any_other_quantity_is_invalid(int quantity) {
        Response answer = whenPutting(alice, givenProduct("lamp", "19.90", 100), quantity);

        thenProblem(answer, 422, "invalid");
        answer.then().body("violations.field", hasItem("quantity"));
        as(alice).get(CART).then().body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"quantity\": \"1\"}       | 400",
                "{\"quantity\": 1.5}         | 400",
                "{\"quantity\": true}        | 400",
                "{\"quantity\": [1]}         | 400",
                "{\"quantity\": 1, \"x\": 1} | 400",
                "{\"quantity\": 9999999999}  | 400",
                "{\"quantity\":              | 400",
                "[]                          | 400",
                "''                          | 400",
                "null                        | 400",
                "{\"quantity\": null}        | 422",
                "{}                          | 422"
            })
    void a_quantity_that_is_none_is_refused(String body, int status) {
        Product lamp = givenProduct("lamp", "19.90", 7);

        Response answer = as(alice).contentType(ContentType.JSON).body(body).put(CART + "/items/" + lamp.id());

        thenProblem(answer, status, status == 400 ? "malformed" : "invalid");
    }

    @Test
    void an_unknown_product_is_not_found() {
        Response answer = as(alice)
                .contentType(ContentType.JSON)
                .body("{\"quantity\": 1}")
                .put(CART + "/items/" + UUID.randomUUID());

        thenProblem(answer, 404, "unknown-product");
        as(alice).get(CART).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "not-a-uuid", "0192f0c1-0000-7000-8000-00000000000g"})
    void a_product_id_that_is_none_is_not_found(String id) {
        Response answer = as(alice)
                .contentType(ContentType.JSON)
                .body("{\"quantity\": 1}")
                .put(CART + "/items/" + id);

        thenProblem(answer, 404, "not-found");
    }

    @Test
    void prices_and_names_are_the_current_ones() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        givenInCart(alice, lamp, 2);

        CATALOGUE.reprice(lamp, "25.00");

        as(alice)
                .get(CART)
                .then()
                .body("items[0].unitPrice.amount", equalTo("25.00"))
                .body("total.amount", equalTo("50.00"));
    }

    @Test
    void a_product_that_is_short_is_shown_as_such() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        givenInCart(alice, lamp, 5);

        CATALOGUE.setStock(lamp, 4);

        as(alice)
                .get(CART)
                .then()
                .body("items[0].problem", equalTo("short"))
                .body("items[0].available", equalTo(4))
                .body("items[0].quantity", equalTo(5));
    }

    @Test
    void a_product_that_is_gone_is_shown_as_such_and_costs_nothing() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        Product chair = givenProduct("chair", "100.00", 3);
        givenInCart(alice, lamp, 5);
        givenInCart(alice, chair, 1);

        CATALOGUE.remove(lamp);

        as(alice)
                .get(CART)
                .then()
                .statusCode(200)
                .body("total.amount", equalTo("100.00"))
                .rootPath("items.find { it.productId == '" + lamp.id() + "' }")
                .body("problem", equalTo("gone"))
                .body("available", equalTo(0))
                .body("unitPrice", nullValue())
                .body("name", nullValue());
    }

    @Test
    void a_product_that_is_gone_can_be_taken_out() {
        Product lamp = givenProduct("lamp", "19.90", 7);
        givenInCart(alice, lamp, 5);
        CATALOGUE.remove(lamp);

        as(alice).delete(CART + "/items/" + lamp.id()).then().statusCode(200).body("items", empty());
    }

    @Test
    void a_cart_survives_the_next_login() {
        givenInCart(alice, givenProduct("lamp", "19.90", 7), 2);

        as(alice.signsInAgain()).get(CART).then().body("items.quantity", contains(2));
    }

    @Test
    void everyone_has_a_cart_of_their_own() {
        Customer bob = Customer.isNew();
        Product lamp = givenProduct("lamp", "19.90", 7);
        givenInCart(alice, lamp, 2);
        givenInCart(bob, lamp, 3);

        as(bob).delete(CART).then().statusCode(204);

        as(bob).get(CART).then().body("items", empty());
        as(alice).get(CART).then().body("items.quantity", contains(2));
    }

    @Test
    void a_cart_lives_thirty_days_from_its_last_change() {
        String key = "cart:" + alice.id();
        Product lamp = givenProduct("lamp", "19.90", 7);
        Product chair = givenProduct("chair", "100.00", 7);
        givenInCart(alice, lamp, 2);
        givenInCart(alice, chair, 2);
        thenCartLivesThirtyDays(key);

        redis.key().expire(key, Duration.ofDays(1));
        givenInCart(alice, lamp, 3);
        thenCartLivesThirtyDays(key);

        redis.key().expire(key, Duration.ofDays(1));
        as(alice).delete(CART + "/items/" + chair.id());
        thenCartLivesThirtyDays(key);
    }

    @Test
    void a_cart_holds_at_most_a_hundred_products() {
        for (int i = 0; i < 100; i++) {
            redis.hash(Integer.class)
                    .hset(
                            "cart:" + alice.id(),
                            givenProduct("thing", "1.00", 5).id().toString(),
                            1);
        }
        Product oneMore = givenProduct("lamp", "19.90", 7);

        Response answer = whenPutting(alice, oneMore, 1);

        thenProblem(answer, 422, "cart-full");
        as(alice)
                .get(CART)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(100))
                .body("items.problem", not(hasItem("gone")))
                .body("total.amount", equalTo("100.00"));
    }

    private void thenCartLivesThirtyDays(String key) {
        Duration life = Duration.ofSeconds(redis.key().ttl(key));
        assertThat(life).isBetween(Duration.ofDays(30).minusMinutes(1), Duration.ofDays(30));
    }
}
