package io.cloudshop.system.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.shop.Answer;
import io.cloudshop.system.shop.Buyer;
import io.cloudshop.system.shop.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** A cart is ordered once, from whichever tab and by whichever replica. */
interface CartClaims {

    Scenario scenario();

    @RepeatedTest(3)
    default void two_tabs_that_pay_at_once_buy_the_cart_once() {
        UUID product = scenario().givenProduct(10);
        Buyer buyer = scenario().buyer(2);
        int ordersBefore = buyer.orders().size();
        assertThat(buyer.putIntoCart(product, 1).status()).isEqualTo(200);

        List<Answer> answers = inTwoTabs(buyer);

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(Answer::problem)
                .containsExactly("cart-changed");
        assertThat(buyer.orders()).hasSize(ordersBefore + 1);
        assertThat(scenario().availableOf(product)).isEqualTo(9);
        assertThat(buyer.cart().json().path("items")).isEmpty();
    }

    @Test
    default void a_cart_that_was_bought_stays_bought_when_redis_dies_right_after_it() {
        UUID product = scenario().givenProduct(10);
        Buyer buyer = scenario().buyer(3);
        int ordersBefore = buyer.orders().size();
        assertThat(buyer.putIntoCart(product, 1).status()).isEqualTo(200);
        assertThat(buyer.checkOutCart(UUID.randomUUID().toString(), "tok_visa").status())
                .isEqualTo(201);
        Node redis = scenario().shop().redis();
        redis.kill();
        scenario().shop().heal();

        // Whether Redis still knows that the cart is empty is its own affair.
        buyer.cart();
        Answer again = buyer.checkOutCart(UUID.randomUUID().toString(), "tok_visa");

        assertThat(again.status()).as(again.body()).isIn(409, 422);
        assertThat(buyer.orders()).hasSize(ordersBefore + 1);
        assertThat(scenario().availableOf(product)).isEqualTo(9);
        assertThat(buyer.cart().json().path("items")).isEmpty();
    }

    private static List<Answer> inTwoTabs(Buyer buyer) {
        try (ExecutorService tabs = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(
                        tabs.submit(() -> buyer.checkOutCart(UUID.randomUUID().toString(), "tok_slow")));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> tab : running) {
                answers.add(tab.get());
            }
            return answers;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
