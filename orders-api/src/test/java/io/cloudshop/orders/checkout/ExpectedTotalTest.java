package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.in;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.cloudshop.orders.testing.Trouble;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is charged another total than the one they were shown, if they say which one that was. */
@QuarkusTest
class ExpectedTotalTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "10.00", 7);

    @ParameterizedTest
    @ValueSource(strings = {"20.00", "20", "20.0"})
    void the_total_that_was_shown_is_charged(String amount) {
        whenCheckingOut(alice, Basket.of(lamp, 2).with("expectedTotal", euros(amount)))
                .then()
                .statusCode(201)
                .body("total.amount", equalTo("20.00"));
    }

    @Test
    void another_total_is_told_with_the_lines_before_any_money_moves() {
        CATALOGUE.reprice(lamp, "99.00");
        Basket basket = Basket.of(lamp, 2).with("expectedTotal", euros("20.00"));
        String key = newKey();

        Response answer = whenCheckingOut(alice, key, basket);

        thenPriceChanged(answer);
        thenRejected(alice, "price-changed", null);
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(7);
        Response again = whenCheckingOut(alice, key, basket);
        assertThat(again.asString()).isEqualTo(answer.asString());
        again.then().statusCode(409).header("Idempotency-Replayed", "true");
    }

    @Test
    void the_order_shows_what_it_would_have_cost() {
        CATALOGUE.reprice(lamp, "99.00");
        whenCheckingOut(alice, Basket.of(lamp, 2).with("expectedTotal", euros("20.00")));

        as(alice)
                .get(ORDERS + "/" + onlyOrderOf(alice))
                .then()
                .body("rejectionReason", equalTo("price-changed"))
                .body("total.amount", equalTo("198.00"))
                .body("lines.unitPrice.amount", contains("99.00"));
    }

    @Test
    void the_cart_is_given_back_and_can_be_ordered_at_the_new_total() {
        givenInCart(alice, lamp, 2);
        CATALOGUE.reprice(lamp, "99.00");
        thenPriceChanged(whenCheckingOut(alice, Basket.fromCart().with("expectedTotal", euros("20.00"))));

        whenCheckingOut(alice, Basket.fromCart().with("expectedTotal", euros("198.00")))
                .then()
                .statusCode(201)
                .body("lines.quantity", contains(2));
    }

    @Test
    void a_lower_price_is_another_one_too() {
        CATALOGUE.reprice(lamp, "5.00");

        thenProblem(
                whenCheckingOut(alice, Basket.of(lamp, 2).with("expectedTotal", euros("20.00"))), 409, "price-changed");
    }

    @Test
    void the_same_number_in_another_currency_is_another_total() {
        Map<String, String> dollars = Map.of("amount", "20.00", "currency", "USD");

        thenProblem(whenCheckingOut(alice, Basket.of(lamp, 2).with("expectedTotal", dollars)), 409, "price-changed");
    }

    @ParameterizedTest
    @CsvSource({"RESERVE.before", "RESERVE.after", "RELEASE.before", "RELEASE.after"})
    void a_price_that_changed_survives_a_crash(String point) {
        CATALOGUE.reprice(lamp, "99.00");
        String key = newKey();
        Basket basket = Basket.of(lamp, 2).with("expectedTotal", euros("20.00"));
        crashes.crashOnceAt(point);
        whenCheckingOut(alice, key, basket).then().statusCode(500);
        UUID order = onlyOrderOf(alice);

        whenTheOrderFallsDue(order);

        thenRejected(alice, "price-changed", null);
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(7);
        thenPriceChanged(whenCheckingOut(alice, key, basket));
    }

    @Test
    void a_price_that_changed_while_the_order_waited_rejects_it() {
        productsApi().failAt(Call.RESERVE, Trouble.ERROR);
        UUID order = idOf(whenCheckingOut(alice, Basket.of(lamp, 2).with("expectedTotal", euros("20.00"))));
        CATALOGUE.reprice(lamp, "99.00");
        productsApi().recover();

        whenTheOrderFallsDue(order);

        thenOrderBecomes(alice, order, "REJECTED");
        thenRejected(alice, "price-changed", null);
    }

    static Stream<Object> noTotals() {
        return Stream.of(
                20.00,
                euros("20.001"),
                euros("-1"),
                Map.of("amount", "20.00"),
                Map.of("amount", "20.00", "currency", "euro"));
    }

    @ParameterizedTest
    @MethodSource("noTotals")
    void a_total_that_is_none_is_the_clients_mistake(Object total) {
        whenCheckingOut(alice, Basket.of(lamp, 2).with("expectedTotal", total))
                .then()
                .statusCode(in(List.of(400, 422)));

        assertThat(database.number("SELECT count(*) FROM orders WHERE user_id = ?", alice.id()))
                .isZero();
    }

    private static void thenPriceChanged(Response answer) {
        thenProblem(answer, 409, "price-changed");
        answer.then()
                .body("total.amount", equalTo("198.00"))
                .body("total.currency", equalTo("EUR"))
                .body("lines.size()", equalTo(1))
                .body("lines[0].name", equalTo("lamp"))
                .body("lines[0].quantity", equalTo(2))
                .body("lines[0].unitPrice.amount", equalTo("99.00"))
                .body("lines[0].lineTotal.amount", equalTo("198.00"));
    }

    private static Map<String, String> euros(String amount) {
        return Map.of("amount", amount, "currency", "EUR");
    }
}
