package io.cloudshop.system.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.system.consistency.Promise.Attempt;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Everybody wants the last one. */
interface LastUnit {

    int CHECKOUTS = 500;
    int PRODUCTS = 10;
    int UNITS_OF_EACH = 10;

    Scenario scenario();

    @Test
    default void fifty_buyers_of_the_last_unit_get_one_unit() {
        UUID lamp = scenario().givenProduct(1);

        List<Attempt> attempts = scenario().checkOutAtOnce(50, i -> Map.of(lamp, 1));

        assertThat(statusesOf(attempts)).containsOnly(201, 409).containsOnlyOnce(201);
        scenario().thenThePromiseIsKeptFor(attempts);
    }

    @Test
    default void five_hundred_mixed_carts_share_a_hundred_units() {
        List<UUID> products = scenario().givenProducts(PRODUCTS, UNITS_OF_EACH);
        Random random = new Random(42);
        // Two products a cart, in either order: what would deadlock if locks were taken as they come.
        List<Map<UUID, Integer>> carts = IntStream.range(0, CHECKOUTS)
                .mapToObj(i -> twoOf(products, random))
                .toList();

        List<Attempt> attempts = scenario().checkOutAtOnce(CHECKOUTS, carts::get);

        assertThat(statusesOf(attempts)).containsOnly(201, 409);
        Set<UUID> soldOut = products.stream()
                .filter(product -> scenario().availableOf(product) == 0)
                .collect(Collectors.toSet());
        assertThat(refused(attempts)).allSatisfy(cart -> assertThat(cart.keySet())
                .as("a refused cart wants something that is sold out")
                .containsAnyElementsOf(soldOut));
        scenario().thenThePromiseIsKeptFor(attempts);
        assertThat(scenario().shop().logOf("postgresql")).doesNotContain("deadlock detected");
    }

    private static Stream<Integer> statusesOf(List<Attempt> attempts) {
        return attempts.stream().map(attempt -> attempt.answer().status());
    }

    private static Stream<Map<UUID, Integer>> refused(List<Attempt> attempts) {
        return attempts.stream()
                .filter(attempt -> attempt.answer().status() == 409)
                .map(Attempt::lines);
    }

    private static Map<UUID, Integer> twoOf(List<UUID> products, Random random) {
        int first = random.nextInt(products.size());
        int second = (first + 1 + random.nextInt(products.size() - 1)) % products.size();
        return Map.of(products.get(first), 1, products.get(second), 1);
    }
}
