package io.cloudshop.orders.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.orders.OrdersTest;
import io.cloudshop.orders.testing.Basket;
import io.cloudshop.orders.testing.Customer;
import io.cloudshop.orders.testing.Peers;
import io.cloudshop.orders.testing.Product;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest extends OrdersTest {

    private final Customer alice = Customer.isNew();
    private final Product lamp = givenProduct("lamp", "19.90", 50);
    private final String key = newKey();

    @Inject
    CheckoutSlots slots;

    @Inject
    CheckoutSettings settings;

    @Test
    void a_confirmed_order_is_answered_again_byte_for_byte() {
        Response first = whenCheckingOut(alice, key, Basket.of(lamp, 2));

        Response again = whenCheckingOut(alice, key, Basket.of(lamp, 2));

        thenReplayed(first, again, 201);
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(48);
    }

    @Test
    void a_declined_payment_is_answered_again_and_not_tried_again() {
        Basket basket = Basket.of(lamp, 2).paidWith("tok_declined");
        Response first = whenCheckingOut(alice, key, basket);

        Response again = whenCheckingOut(alice, key, basket);

        thenReplayed(first, again, 402);
        thenProblem(again, 402, "payment-declined");
    }

    @Test
    void a_shortage_is_answered_again_even_when_there_is_stock_by_now() {
        Basket basket = Basket.of(lamp, 60);
        Response first = whenCheckingOut(alice, key, basket);
        CATALOGUE.setStock(lamp, 100);

        Response again = whenCheckingOut(alice, key, basket);

        thenReplayed(first, again, 409);
        again.then().body("shortages[0].available", equalTo(50));
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(100);
    }

    @Test
    void an_accepted_order_is_answered_again_as_it_was_even_when_it_is_finished_by_now() {
        Peers.productsLine().cut();
        Response first = whenCheckingOut(alice, key, Basket.of(lamp, 2));
        Peers.productsLine().mend();
        thenOrderBecomes(alice, idOf(first), "CONFIRMED");

        Response again = whenCheckingOut(alice, key, Basket.of(lamp, 2));

        thenReplayed(first, again, 202);
        again.then().body("status", equalTo("PENDING"));
    }

    @Test
    void an_order_from_the_cart_is_answered_again_though_the_cart_is_empty_by_now() {
        givenInCart(alice, lamp, 2);
        Response first = whenCheckingOut(alice, key, Basket.fromCart());

        Response again = whenCheckingOut(alice, key, Basket.fromCart());

        thenReplayed(first, again, 201);
    }

    @Test
    void what_was_refused_before_it_was_an_order_does_not_use_the_key_up() {
        whenCheckingOut(alice, key, Basket.fromCart()).then().statusCode(422);
        givenInCart(alice, lamp, 2);

        whenCheckingOut(alice, key, Basket.fromCart()).then().statusCode(201);
    }

    @Test
    void a_key_belongs_to_one_body() {
        whenCheckingOut(alice, key, Basket.of(lamp, 2)).then().statusCode(201);

        thenProblem(whenCheckingOut(alice, key, Basket.of(lamp, 3)), 422, "idempotency-key-reused");
        thenProblem(
                whenCheckingOut(alice, key, Basket.of(lamp, 2).withAddress("city", "Paris")),
                422,
                "idempotency-key-reused");
        thenProblem(
                whenCheckingOut(alice, key, Basket.of(lamp, 2).paidWith("tok_declined")),
                422,
                "idempotency-key-reused");
        thenProblem(whenCheckingOut(alice, key, Basket.fromCart()), 422, "idempotency-key-reused");
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(48);
    }

    @Test
    void white_space_and_the_order_of_fields_make_no_other_body() {
        String address =
                "\"shippingAddress\":{\"name\":\"Ada\",\"street\":\"1\",\"postalCode\":\"2\",\"city\":\"C\",\"country\":\"GB\"}";
        String shuffled =
                "\"shippingAddress\" : { \"country\":\"GB\", \"city\":\"C\",\"postalCode\":\"2\",\"street\":\"1\",\"name\":\"Ada\" }";
        String lines = "\"lines\":[{\"productId\":\"%s\",\"quantity\":2}]".formatted(lamp.id());
        String payment = "\"payment\":{\"method\":\"card\",\"token\":\"tok_visa\"}";
        Response first = whenPosting(alice, key, "{" + lines + "," + address + "," + payment + "}");

        Response again = whenPosting(alice, key, "\n{ " + payment + " ,\t" + shuffled + ", " + lines + " }\n");

        thenReplayed(first, again, 201);
    }

    @Test
    void twenty_requests_with_one_key_are_one_order_and_agree() {
        List<Response> answers = inParallel(20, () -> whenCheckingOut(alice, key, Basket.of(lamp, 2)));

        UUID order = onlyOrderOf(alice);
        assertThat(answers).extracting(Response::statusCode).contains(201).isSubsetOf(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .allSatisfy(answer -> assertThat(idOf(answer)).isEqualTo(order))
                .filteredOn(answer -> answer.header("Idempotency-Replayed") == null)
                .hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .allSatisfy(answer -> thenProblem(answer, 409, "request-in-progress"));
        assertThat(CATALOGUE.stockOf(lamp)).isEqualTo(48);
    }

    @Test
    void a_repeat_that_waited_in_line_while_its_twin_ordered_the_cart_is_no_empty_order() {
        givenInCart(alice, lamp, 2);
        CountDownLatch rushIsOver = givenOneSlotLeft();

        List<Response> answers = inParallel(3, () -> whenCheckingOut(alice, key, Basket.fromCart()));

        rushIsOver.countDown();
        assertThat(answers).extracting(Response::statusCode).contains(201).isSubsetOf(201, 409);
        onlyOrderOf(alice);
    }

    @Test
    void the_same_key_of_somebody_else_is_another_key() {
        Customer bob = Customer.isNew();
        Response first = whenCheckingOut(alice, key, Basket.of(lamp, 2));

        Response second = whenCheckingOut(bob, key, Basket.of(lamp, 2));

        second.then().statusCode(201).body("userId", equalTo(bob.id().toString()));
        assertThat(second.<String>path("id")).isNotEqualTo(first.path("id"));
    }

    @Test
    void a_key_is_forgotten_after_a_day_and_its_order_is_not() {
        Response first = whenCheckingOut(alice, key, Basket.of(lamp, 2));
        givenKeyIsOld("25 hours");

        recovery.forgetOldKeys();

        Response second = whenCheckingOut(alice, key, Basket.of(lamp, 2));
        second.then().statusCode(201);
        assertThat(second.<String>path("id")).isNotEqualTo(first.path("id"));
        thenOrderIs(alice, idOf(first), "CONFIRMED");
    }

    @Test
    void a_key_is_kept_for_a_day() {
        Response first = whenCheckingOut(alice, key, Basket.of(lamp, 2));
        givenKeyIsOld("23 hours 55 minutes");

        recovery.forgetOldKeys();

        thenReplayed(first, whenCheckingOut(alice, key, Basket.of(lamp, 2)), 201);
    }

    @Test
    void a_key_without_an_answer_is_kept_however_old_it_is() {
        crashes.crashOnceAt("RESERVE.before");
        whenCheckingOut(alice, key, Basket.of(lamp, 2));
        givenKeyIsOld("25 hours");

        recovery.forgetOldKeys();

        thenProblem(whenCheckingOut(alice, key, Basket.of(lamp, 2)), 409, "request-in-progress");
    }

    private CountDownLatch givenOneSlotLeft() {
        CountDownLatch rushIsOver = new CountDownLatch(1);
        CountDownLatch taken = new CountDownLatch(settings.atOnce() - 1);
        for (long i = taken.getCount(); i > 0; i--) {
            Thread.startVirtualThread(() -> slots.run(() -> {
                taken.countDown();
                return awaits(rushIsOver);
            }));
        }
        assertThat(awaits(taken)).isTrue();
        return rushIsOver;
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void givenKeyIsOld(String age) {
        int keys = database.execute(
                "UPDATE idempotency_key SET created_at = now() - CAST(? AS interval) WHERE user_id = ?",
                age,
                alice.id());
        assertThat(keys).isOne();
    }

    private void thenReplayed(Response first, Response again, int status) {
        assertThat(first.statusCode()).isEqualTo(status);
        assertThat(again.statusCode()).isEqualTo(status);
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(again.contentType()).isEqualTo(first.contentType());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        onlyOrderOf(alice);
    }
}
