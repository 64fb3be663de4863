package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Call;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The process dies before or after the work of each step; whoever comes next finishes the order, each effect once. */
@QuarkusTest
class CrashTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 7);

    static Stream<String> forward() {
        return around("RESERVE", "AUTHORISE", "CONFIRM", "CAPTURE", "EMPTY_CART");
    }

    @ParameterizedTest
    @MethodSource("forward")
    void an_order_survives_a_crash_on_its_way_to_confirmation(String point) {
        givenInCart(alice, lamp, 2);
        String key = newKey();
        givenCrash(point, key, Basket.fromCart());

        UUID order = onlyOrderOf(alice);
        whenTheOrderFallsDue(order);

        thenOrderIs(alice, order, "CONFIRMED");
        assertThat(stepOf(order)).isEqualTo("DONE");
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(5);
        assertThat(CATALOGUE.reservationOf(order)).isEqualTo("CONFIRMED");
        assertThat(paymentOf(order)).isEqualTo("CAPTURED");
        assertThat(historyOf(order)).containsExactly("PENDING", "CONFIRMED");
        as(alice).get(CART).then().body("items.size()", equalTo(0));
        whenCheckingOut(alice, key, Basket.fromCart())
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(order.toString()));
    }

    static Stream<String> declined() {
        return Stream.concat(around("RESERVE", "AUTHORISE"), around("RELEASE"));
    }

    @ParameterizedTest
    @MethodSource("declined")
    void a_declined_order_survives_a_crash(String point) {
        givenCrash(point, newKey(), Basket.of(lamp, 2).paidWith("tok_declined"));

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenRejected("payment-declined", "DECLINED");
    }

    static Stream<String> inDoubt() {
        return Stream.concat(Stream.of("AUTHORISE.before", "AUTHORISE.after"), around("VOID", "RELEASE"));
    }

    @ParameterizedTest
    @MethodSource("inDoubt")
    void an_order_whose_payment_is_in_doubt_survives_a_crash(String point) {
        givenCrash(point, newKey(), Basket.of(lamp, 2).paidWith("tok_timeout"));

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenRejected("payment-timeout", "VOIDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESERVE.before", "RELEASE.before", "RELEASE.after"})
    void a_short_order_survives_a_crash(String point) {
        Basket tooMany = Basket.of(lamp, 8);
        givenCrash(point, newKey(), tooMany);

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenRejected("insufficient-stock", null);
    }

    @Test
    void a_reservation_that_expired_before_it_was_confirmed_costs_nothing() {
        String key = newKey();
        givenCrash("CONFIRM.before", key, Basket.of(lamp, 2));
        CATALOGUE.expire(onlyOrderOf(alice));

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenRejected("reservation-expired", "VOIDED");
        thenProblem(whenCheckingOut(alice, key, Basket.of(lamp, 2)), 409, "reservation-expired");
    }

    @Test
    void a_reservation_that_expired_before_the_payment_costs_nothing() {
        givenCrash("AUTHORISE.before", newKey(), Basket.of(lamp, 2));
        CATALOGUE.expire(onlyOrderOf(alice));

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenRejected("reservation-expired", "VOIDED");
    }

    @Test
    void a_reservation_whose_answer_was_lost_and_that_expired_costs_nothing() {
        givenCrash("RESERVE.after", newKey(), Basket.of(lamp, 2));
        CATALOGUE.expire(onlyOrderOf(alice));

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenRejected("reservation-expired", null);
    }

    @Test
    void a_reservation_that_was_given_back_before_it_was_made_holds_nothing() {
        givenCrash("RESERVE.before", newKey(), Basket.of(lamp, 2));
        CATALOGUE.setReservation(onlyOrderOf(alice), "RELEASED");

        whenTheOrderFallsDue(onlyOrderOf(alice));

        thenRejected("reservation-expired", null);
    }

    @Test
    void an_authorisation_that_was_voided_elsewhere_gives_sold_stock_back() {
        givenCrash("CAPTURE.before", newKey(), Basket.of(lamp, 2));
        UUID order = onlyOrderOf(alice);
        database.execute("UPDATE sandbox_provider.payment SET state = 'VOIDED' WHERE order_id = ?", order);

        whenTheOrderFallsDue(order);

        thenRejected("payment-declined", "VOIDED");
        assertThat(CATALOGUE.reservationOf(order)).isEqualTo("RETURNED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RESERVE.before",
                "RESERVE.after",
                "AUTHORISE.before",
                "AUTHORISE.after",
                "CONFIRM.before",
                "CONFIRM.after"
            })
    void an_order_past_its_deadline_is_given_up_and_undone(String point) {
        String key = newKey();
        givenCrash(point, key, Basket.of(lamp, 2));
        UUID order = onlyOrderOf(alice);
        database.execute("UPDATE orders SET deadline = now() - interval '1 second' WHERE id = ?", order);

        whenTheOrderFallsDue(order);

        thenRejected("products-unavailable", "VOIDED");
        thenProblem(whenCheckingOut(alice, key, Basket.of(lamp, 2)), 409, "products-unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CAPTURE.before", "CAPTURE.after"})
    void an_order_past_its_deadline_is_finished_once_its_stock_is_sold(String point) {
        givenCrash(point, newKey(), Basket.of(lamp, 2));
        UUID order = onlyOrderOf(alice);
        database.execute("UPDATE orders SET deadline = now() - interval '1 second' WHERE id = ?", order);

        whenTheOrderFallsDue(order);

        thenOrderIs(alice, order, "CONFIRMED");
        assertThat(paymentOf(order)).isEqualTo("CAPTURED");
    }

    @Test
    void nobody_else_takes_an_order_before_its_lease_ends() {
        givenCrash("RESERVE.before", newKey(), Basket.of(lamp, 2));

        recovery.finishDueOrders();

        assertThat(stepOf(onlyOrderOf(alice))).isEqualTo("RESERVE");
        assertThat(productsApi().calls(Call.RESERVE, onlyOrderOf(alice))).isZero();
    }

    @Test
    void several_replicas_that_recover_at_once_do_the_work_once() throws Exception {
        givenCrash("RESERVE.before", newKey(), Basket.of(lamp, 2));
        UUID order = onlyOrderOf(alice);
        database.execute("UPDATE orders SET next_attempt_at = now() WHERE id = ?", order);

        List<Thread> replicas = Stream.generate(() -> Thread.ofVirtual().start(recovery::finishDueOrders))
                .limit(5)
                .toList();
        for (Thread replica : replicas) {
            replica.join();
        }

        thenOrderBecomes(alice, order, "CONFIRMED");
        assertThat(productsApi().calls(Call.RESERVE, order)).isOne();
        assertThat(productsApi().calls(Call.CONFIRM, order)).isOne();
        assertThat(historyOf(order)).containsExactly("PENDING", "CONFIRMED");
    }

    @Test
    void two_that_advance_the_same_order_at_once_have_one_set_of_effects() throws Exception {
        for (String point : List.of("RESERVE.before", "AUTHORISE.before", "CONFIRM.before", "CAPTURE.before")) {
            Customer customer = Customer.isNew();
            Product chair = givenProduct("chair", "100.00", 7);
            crashes.crashOnceAt(point);
            whenCheckingOut(customer, Basket.of(chair, 2));
            UUID order = onlyOrderOf(customer);

            recovery.advanceTwiceAtOnce(order);

            thenOrderBecomes(customer, order, "CONFIRMED");
            assertThat(historyOf(order)).containsExactly("PENDING", "CONFIRMED");
            assertThat(CATALOGUE.stockOf(chair)).isEqualTo(5);
            assertThat(paymentOf(order)).isEqualTo("CAPTURED");
        }
    }

    private void givenCrash(String point, String key, Basket basket) {
        crashes.crashOnceAt(point);
        Response answer = whenCheckingOut(alice, key, basket);
        assertThat(crashes.isStillToCome())
                .as("a checkout that never came to %s", point)
                .isFalse();
        answer.then().statusCode(500);
        assertThat(database.number("SELECT count(*) FROM orders WHERE user_id = ? AND step <> 'DONE'", alice.id()))
                .isOne();
    }

    private void thenRejected(String reason, String payment) {
        thenRejected(alice, reason, payment);
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(7);
    }

    private static Stream<String> around(String... steps) {
        return Stream.of(steps).flatMap(step -> Stream.of(step + ".before", step + ".after"));
    }
}
