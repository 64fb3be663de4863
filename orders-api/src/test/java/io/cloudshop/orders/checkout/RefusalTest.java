package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer of 4xx is an answer: told as what it is, asked once, and of no consequence to anybody else. */
@QuarkusTest
class RefusalTest extends OrdersTest {

    private static final int MORE_THAN_THE_CIRCUIT_BEARS = 25;

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 7);

    @ParameterizedTest
    @CsvSource({
        "409, reservation-released, reservation-expired",
        "409, reservation-expired, reservation-expired",
        "422, reservation-mismatch, reservation-refused",
        "409, sold-in-another-shop, reservation-refused",
        "400, malformed, reservation-refused",
        "404, not-found, reservation-refused",
        "418, teapot, reservation-refused"
    })
    void a_refused_reservation_is_told_as_what_it_is(int status, String slug, String reason) {
        productsApi().refuse(Call.RESERVE, status, slug);

        Response answer = whenCheckingOut(alice, Basket.of(lamp, 2));

        thenProblem(answer, 409, reason);
        thenRejected(alice, reason, null);
        assertThat(productsApi().calls(Call.RESERVE, onlyOrderOf(alice))).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "409, reservation-expired, reservation-expired",
        "404, not-found, reservation-expired",
        "409, sold-in-another-shop, reservation-refused",
        "422, invalid, reservation-refused"
    })
    void a_refused_confirmation_is_told_as_what_it_is(int status, String slug, String reason) {
        productsApi().refuse(Call.CONFIRM, status, slug);

        Response answer = whenCheckingOut(alice, Basket.of(lamp, 2));

        thenProblem(answer, 409, reason);
        thenRejected(alice, reason, "VOIDED");
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(7);
        assertThat(productsApi().calls(Call.CONFIRM, onlyOrderOf(alice))).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 405, 408, 425, 429})
    void what_may_be_answered_otherwise_later_decides_nothing(int status) {
        productsApi().refuse(Call.RESERVE, status, "not-now");
        Response answer = whenCheckingOut(alice, Basket.of(lamp, 2));
        UUID order = idOf(answer);
        // Within the checkout: the recovery, whose requests have other ids, may already be at it.
        assertThat(productsApi().headersOf(Call.RESERVE, "X-Request-Id"))
                .filteredOn(answer.header("X-Request-Id")::equals)
                .hasSize(1);

        productsApi().recover();

        whenTheOrderFallsDue(order);
        thenOrderBecomes(alice, order, "CONFIRMED");
    }

    @ParameterizedTest
    @EnumSource(
            value = Call.class,
            names = {"TOKEN", "RESERVE", "CONFIRM"})
    void refusals_of_a_saga_open_no_circuit(Call call) {
        productsApi().refuse(call, 401, "invalid_client");
        Product chair = givenProduct("chair", "1.00", MORE_THAN_THE_CIRCUIT_BEARS);
        inParallel(MORE_THAN_THE_CIRCUIT_BEARS, () -> whenCheckingOut(Customer.isNew(), Basket.of(chair, 1)))
                .forEach(answer -> answer.then().statusCode(202));

        productsApi().recover();

        whenCheckingOut(alice, Basket.of(lamp, 2)).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 414, 422, 429})
    void a_refused_lookup_keeps_no_other_customer_from_their_cart(int status) {
        Customer bob = Customer.isNew();
        Product chair = givenProduct("chair", "1.00", 1);
        givenInCart(alice, lamp, 1);
        givenInCart(bob, chair, 1);
        productsApi().refuseAbout(lamp.id(), status);
        int before = productsApi().headersOf(Call.PRODUCTS, "X-Request-Id").size();
        for (int i = 0; i < MORE_THAN_THE_CIRCUIT_BEARS; i++) {
            thenProblem(as(alice).get(CART), 503, "catalogue-unavailable");
        }

        assertThat(productsApi().headersOf(Call.PRODUCTS, "X-Request-Id"))
                .hasSize(before + MORE_THAN_THE_CIRCUIT_BEARS);
        as(bob).get(CART).then().statusCode(200).body("items.quantity", contains(1));
    }

    @Test
    void a_timeout_of_the_payment_is_no_declined_card() {
        thenProblem(whenCheckingOut(alice, Basket.of(lamp, 2).paidWith("tok_timeout")), 402, "payment-timeout");
        thenProblem(whenCheckingOut(alice, Basket.of(lamp, 2).paidWith("tok_declined")), 402, "payment-declined");
    }
}
