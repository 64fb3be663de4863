package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.cloudshop.orders.testing.Trouble;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a cart is ordered once, by whoever comes first, and stays ordered whatever dies. */
@QuarkusTest
class CartClaimTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 50);
    private final Product chair = givenProduct("chair", "100.00", 50);

    @Inject
    RedisDataSource redis;

    @RepeatedTest(6)
    void of_two_tabs_that_pay_at_once_one_orders_the_cart() {
        givenInCart(alice, lamp, 2);
        givenInCart(alice, chair, 1);
        Basket slowly = Basket.fromCart().with("cartVersion", cartVersion()).paidWith("tok_slow");

        List<Response> answers = inParallel(2, () -> whenCheckingOut(alice, slowly));

        assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(201, 409);
        thenProblem(theOther(answers, 201), 409, "cart-changed");
        thenBoughtOnce(onlyOrderOf(alice));
    }

    @Test
    void of_many_tabs_one_orders_the_cart() {
        givenInCart(alice, lamp, 2);

        List<Response> answers = inParallel(12, () -> whenCheckingOut(alice, Basket.fromCart()));

        assertThat(answers)
                .extracting(Response::statusCode)
                .containsOnlyOnce(201)
                .isSubsetOf(201, 409, 422);
        thenBoughtOnce(onlyOrderOf(alice));
    }

    @Test
    void a_cart_that_is_no_longer_the_one_that_was_shown_is_not_ordered() {
        givenInCart(alice, lamp, 2);
        String shown = cartVersion();
        givenInCart(alice, chair, 1);
        String key = newKey();

        Basket seen = Basket.fromCart().with("cartVersion", shown);
        thenProblem(whenCheckingOut(alice, key, seen), 409, "cart-changed");
        thenProblem(whenCheckingOut(alice, Basket.fromCart().with("cartVersion", "x")), 409, "cart-changed");

        whenCheckingOut(alice, key, seen.with("cartVersion", cartVersion()))
                .then()
                .statusCode(201)
                .body("lines.size()", equalTo(2));
    }

    @Test
    void a_version_is_of_one_state_of_one_cart() {
        String nothing = cartVersion();
        givenInCart(alice, lamp, 2);
        String lamps = cartVersion();
        givenInCart(alice, lamp, 2);
        String lampsAgain = cartVersion();
        as(alice).delete(CART);
        givenInCart(alice, lamp, 2);
        String refilled = cartVersion();

        assertThat(List.of(nothing, lamps, lampsAgain, refilled)).doesNotHaveDuplicates();
        assertThat(cartVersion()).isEqualTo(refilled);
    }

    @Test
    void the_version_means_nothing_to_an_order_with_lines_of_its_own() {
        givenInCart(alice, lamp, 2);

        whenCheckingOut(alice, Basket.of(chair, 1).with("cartVersion", "another"))
                .then()
                .statusCode(201);

        as(alice).get(CART).then().body("items.quantity", contains(2));
    }

    @Test
    void the_same_key_again_is_the_same_order_and_no_changed_cart() {
        givenInCart(alice, lamp, 2);
        Basket basket = Basket.fromCart().with("cartVersion", cartVersion());
        String key = newKey();
        Response first = whenCheckingOut(alice, key, basket);

        Response again = whenCheckingOut(alice, key, basket);

        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        thenProblem(whenCheckingOut(alice, basket), 409, "cart-changed");
    }

    @Test
    void twenty_requests_with_one_key_order_the_cart_once_and_agree() {
        givenInCart(alice, lamp, 2);
        String key = newKey();

        List<Response> answers = inParallel(20, () -> whenCheckingOut(alice, key, Basket.fromCart()));

        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() != 201)
                .allSatisfy(answer -> thenProblem(answer, 409, "request-in-progress"));
        thenBoughtOnce(onlyOrderOf(alice));
    }

    @Test
    void an_order_that_waits_for_the_catalogue_keeps_the_cart_to_itself() {
        givenInCart(alice, lamp, 2);
        productsApi().failAt(Call.RESERVE, Trouble.ERROR);
        UUID order = idOf(whenCheckingOut(alice, Basket.fromCart()));

        thenProblem(whenCheckingOut(alice, Basket.fromCart()), 409, "cart-changed");
        as(alice).get(CART).then().body("items.quantity", contains(2));
        productsApi().recover();
        whenTheOrderFallsDue(order);

        thenBoughtOnce(order);
    }

    @Test
    void what_an_order_has_claimed_is_not_ordered_with_another_cart_either() {
        givenInCart(alice, lamp, 2);
        productsApi().failAt(Call.RESERVE, Trouble.ERROR);
        UUID order = idOf(whenCheckingOut(alice, Basket.fromCart()));
        givenInCart(alice, chair, 1);

        thenProblem(whenCheckingOut(alice, Basket.fromCart()), 409, "cart-changed");

        as(alice).delete(CART + "/items/" + lamp.id());
        productsApi().recover();
        whenCheckingOut(alice, Basket.fromCart())
                .then()
                .statusCode(201)
                .body("lines.productId", contains(chair.id().toString()));
        whenTheOrderFallsDue(order);
        thenOrderBecomes(alice, order, "CONFIRMED");
    }

    @Test
    void a_product_that_is_put_in_again_while_it_is_ordered_is_wanted_twice() {
        givenInCart(alice, lamp, 2);
        var first = CompletableFuture.supplyAsync(
                () -> whenCheckingOut(alice, Basket.fromCart().paidWith("tok_slow")));
        await().until(() -> CATALOGUE.stockOf(lamp) == 48);
        givenInCart(alice, lamp, 2);

        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(201);

        first.join().then().statusCode(201);
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(46);
        as(alice).get(CART).then().body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tok_declined", "tok_timeout"})
    void an_order_that_is_rejected_gives_the_cart_back_as_it_was(String token) {
        givenInCart(alice, lamp, 2);
        givenInCart(alice, chair, 1);
        String before = as(alice).get(CART).asString();
        Basket basket = Basket.fromCart().with("cartVersion", cartVersion());

        whenCheckingOut(alice, basket.paidWith(token)).then().statusCode(402);

        assertThat(as(alice).get(CART).asString()).isEqualTo(before);
        whenCheckingOut(alice, basket).then().statusCode(201).body("lines.size()", equalTo(2));
        as(alice).get(CART).then().body("items", empty());
    }

    @Test
    void an_order_that_is_rejected_after_the_cart_was_changed_leaves_the_change() {
        givenInCart(alice, lamp, 2);
        productsApi().failAt(Call.RESERVE, Trouble.ERROR);
        UUID order = idOf(whenCheckingOut(alice, Basket.fromCart().paidWith("tok_declined")));
        givenInCart(alice, chair, 1);
        as(alice).delete(CART + "/items/" + lamp.id());
        productsApi().recover();

        whenTheOrderFallsDue(order);

        thenOrderBecomes(alice, order, "REJECTED");
        as(alice).get(CART).then().body("items.productId", contains(chair.id().toString()));
        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(201).body("lines.size()", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESERVE.before", "AUTHORISE.after", "CAPTURE.after", "EMPTY_CART.before"})
    void the_claim_survives_a_crash(String point) {
        givenInCart(alice, lamp, 2);
        crashes.crashOnceAt(point);
        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(500);
        UUID order = onlyOrderOf(alice);

        thenProblem(whenCheckingOut(alice, Basket.fromCart()), 409, "cart-changed");

        whenTheOrderFallsDue(order);
        thenBoughtOnce(order);
    }

    @Test
    void a_line_that_was_put_in_again_after_the_crash_stays() {
        givenInCart(alice, lamp, 2);
        givenInCart(alice, chair, 1);
        crashes.crashOnceAt("EMPTY_CART.before");
        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(500);
        as(alice).delete(CART + "/items/" + lamp.id());
        givenInCart(alice, lamp, 2);

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenNothingIsLeftToDoFor(onlyOrderOf(alice));
        thenOnlyLampsAreInTheCart();
    }

    @Test
    void emptying_the_cart_again_after_the_crash_takes_nothing_that_came_later() {
        givenInCart(alice, lamp, 2);
        crashes.crashOnceAt("EMPTY_CART.after");
        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(500);
        as(alice).get(CART).then().body("items", empty());
        givenInCart(alice, lamp, 2);

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenNothingIsLeftToDoFor(onlyOrderOf(alice));
        thenOnlyLampsAreInTheCart();
        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(201);
    }

    @Test
    void a_redis_that_forgot_that_the_cart_was_emptied_is_told_again_and_nothing_is_bought_twice() {
        givenInCart(alice, lamp, 2);
        givenInCart(alice, chair, 1);
        Map<String, String> quantities = redis.hash(String.class).hgetall(cart());
        Map<String, String> edits = redis.hash(String.class).hgetall(cart() + ":edits");
        UUID order = idOf(whenCheckingOut(alice, Basket.fromCart()));
        redis.hash(String.class).hset(cart(), quantities);
        redis.hash(String.class).hset(cart() + ":edits", edits);

        thenProblem(whenCheckingOut(alice, Basket.fromCart()), 409, "cart-changed");

        as(alice).get(CART).then().body("items", empty());
        thenBoughtOnce(order);
    }

    @Test
    void a_redis_that_forgot_everything_does_not_stand_in_the_way_of_the_next_cart() {
        givenInCart(alice, lamp, 2);
        idOf(whenCheckingOut(alice, Basket.fromCart()));
        redis.key().del(cart(), cart() + ":edits");
        givenInCart(alice, lamp, 2);

        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(201);

        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(46);
    }

    @Test
    void a_cancelled_order_gives_up_what_it_had_not_taken_out_yet() {
        givenInCart(alice, lamp, 2);
        crashes.crashOnceAt("EMPTY_CART.before");
        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(500);
        as(alice).post(ORDERS + "/" + onlyOrderOf(alice) + "/cancel").then().statusCode(200);

        whenCheckingOut(alice, Basket.fromCart()).then().statusCode(201).body("lines.quantity", contains(2));

        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(48);
    }

    @Test
    void without_redis_no_cart_is_ordered_and_none_is_claimed() {
        givenInCart(alice, lamp, 2);
        Peers.redisLine().cut();
        String key = newKey();
        whenCheckingOut(alice, key, Basket.fromCart()).then().statusCode(503);
        Peers.redisLine().mend();

        await().ignoreExceptions()
                .untilAsserted(() -> as(alice).get(CART).then().statusCode(200));
        whenCheckingOut(alice, key, Basket.fromCart()).then().statusCode(201);
    }

    private void thenBoughtOnce(UUID order) {
        thenOrderBecomes(alice, order, "CONFIRMED");
        thenNothingIsLeftToDoFor(order);
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(48);
        assertThat(database.number("SELECT count(*) FROM orders WHERE user_id = ?", alice.id()))
                .isOne();
        as(alice).get(CART).then().body("items", empty());
    }

    private void thenOnlyLampsAreInTheCart() {
        as(alice)
                .get(CART)
                .then()
                .body("items.productId", contains(lamp.id().toString()))
                .body("items.quantity", contains(2));
    }

    private static Response theOther(List<Response> answers, int status) {
        return answers.stream()
                .filter(answer -> answer.statusCode() != status)
                .findFirst()
                .orElseThrow();
    }

    private String cartVersion() {
        return as(alice).get(CART).path("version");
    }

    private String cart() {
        return "cart:" + alice.id();
    }
}
