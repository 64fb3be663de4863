package io.cloudshop.orders.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A hundred products are in a cart at most, and a cart that has more all the same can still be used. */
@QuarkusTest
class CartLimitTest extends OrdersTest {

    private final Customer alice = Customer.isNew();

    @Inject
    RedisDataSource redis;

    @RepeatedTest(3)
    void of_four_that_come_at_once_to_the_last_place_one_gets_it() {
        givenLines(99);
        List<Callable<Response>> puts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Product product = givenProduct("lamp", "1.00", 5);
            puts.add(() -> whenPutting(alice, product, 1));
        }

        List<Response> answers = inParallel(puts);

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 422, 422, 422);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 422)
                .allSatisfy(answer -> thenProblem(answer, 422, "cart-full"));
        as(alice).get(CART).then().statusCode(200).body("items.size()", equalTo(100));
    }

    @Test
    void in_a_full_cart_quantities_can_still_be_changed() {
        List<Product> products = givenLines(100);

        whenPutting(alice, products.getFirst(), 3).then().statusCode(200).body("items.quantity", hasItem(3));
    }

    @Test
    void a_cart_with_too_many_products_is_shown_and_can_be_repaired_and_then_ordered() {
        List<Product> products = givenLines(230);

        as(alice)
                .get(CART)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(230))
                .body("items.problem", not(hasItem("gone")))
                .body("total.amount", equalTo("230.00"));
        thenProblem(whenPutting(alice, givenProduct("lamp", "1.00", 5), 1), 422, "cart-full");
        thenProblem(whenCheckingOut(alice, Basket.fromCart()), 422, "cart-full");
        whenPutting(alice, products.getFirst(), 2).then().statusCode(200);
        products.subList(100, 230).forEach(product -> redis.hash(Integer.class)
                .hdel("cart:" + alice.id(), product.id().toString()));
        as(alice)
                .delete(CART + "/items/" + products.get(99).id())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(99));
        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(201).body("lines.size()", equalTo(99));
    }

    @Test
    void no_address_grows_with_the_cart() {
        givenLines(150);

        as(alice).get(CART).then().statusCode(200);

        assertThat(productsApi().urlsOf(Call.PRODUCTS))
                .allSatisfy(url -> assertThat(url).hasSizeLessThan(3_000));
    }

    /** As an earlier release wrote them. */
    private List<Product> givenLines(int lines) {
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            Product product = givenProduct("thing", "1.00", 5);
            products.add(product);
            redis.hash(Integer.class).hset("cart:" + alice.id(), product.id().toString(), 1);
        }
        return products;
    }
}
