package io.cloudshop.system.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.consistency.Promise.Attempt;
import io.cloudshop.system.shop.Answer;
import io.cloudshop.system.shop.Buyer;
import io.cloudshop.system.shop.Node;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One key is one order, however often and wherever it is sent. */
interface Replays {

    Scenario scenario();

    @Test
    default void twenty_parallel_requests_with_one_key_are_one_order() {
        Map<UUID, Integer> cart = Map.of(scenario().givenProduct(20), 1);
        Buyer buyer = scenario().buyer(0);
        int ordersBefore = buyer.orders().size();
        String key = UUID.randomUUID().toString();

        List<Attempt> attempts;
        try (Shopping shopping = new Shopping()) {
            for (int i = 0; i < 20; i++) {
                shopping.begin(() ->
                        new Attempt(buyer, key, cart, "tok_visa", buyer.checkOutPatiently(key, cart, "tok_visa")));
            }
            attempts = shopping.finish();
        }

        assertThat(attempts.stream().map(attempt -> attempt.answer().status())).containsOnly(201);
        assertThat(attempts.stream().map(attempt -> attempt.answer().body()).distinct())
                .hasSize(1);
        assertThat(buyer.orders()).hasSize(ordersBefore + 1);
        scenario().thenThePromiseIsKeptFor(attempts.subList(0, 1));
    }

    @Test
    default void the_answer_is_the_same_after_a_restart_of_everything() {
        Attempt attempt =
                scenario().checkOut(scenario().buyer(1), Map.of(scenario().givenProduct(3), 2));
        List<Node> all = List.of(
                scenario().shop().orders().getFirst(),
                scenario().shop().redis(),
                scenario().shop().postgres());
        all.forEach(Node::kill);

        scenario().shop().heal();

        Answer again = attempt.buyer().checkOutPatiently(attempt.key(), attempt.lines(), attempt.card());
        assertThat(again.isReplay()).isTrue();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(attempt.answer().body());
        scenario().thenThePromiseIsKeptFor(List.of(attempt));
    }
}
