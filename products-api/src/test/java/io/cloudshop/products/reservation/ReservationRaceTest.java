package io.cloudshop.products.reservation;

import static io.cloudshop.products.testing.Api.confirm;
import static io.cloudshop.products.testing.Api.levelsOf;
import static io.cloudshop.products.testing.Api.release;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.Parallel.inParallel;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.Api.StockLevels;
import io.cloudshop.products.testing.ProductsTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ProductsTest
class ReservationRaceTest {

    @Test
    void of_fifty_orders_for_the_last_unit_one_gets_it() {
        UUID lamp = aProduct().withStock(1).create();

        List<Integer> answers = inParallel(50, i -> reserve(Ids.next(), lamp, 1).statusCode());

        assertThat(answers)
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(1, 1, 0, 0));
    }

    @Test
    void mixed_carts_in_any_order_of_lines_neither_deadlock_nor_oversell() {
        List<UUID> products = IntStream.range(0, 10)
                .mapToObj(i -> aProduct().withStock(20).create())
                .toList();

        List<Response> answers = inParallel(200, i -> reserve(Ids.next(), mixedCart(products, i)));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409);
        int held = answers.stream()
                .filter(answer -> answer.statusCode() == 201)
                .flatMap(answer -> answer.jsonPath().getList("lines.quantity", Integer.class).stream())
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(products.stream().mapToInt(id -> levelsOf(id).held()).sum()).isEqualTo(held);
        assertThat(products).allSatisfy(id -> {
            assertThat(levelsOf(id).available()).isBetween(0, 20);
            assertThat(levelsOf(id).onHand()).isEqualTo(20);
        });
    }

    @Test
    void the_same_order_in_parallel_makes_one_reservation() {
        UUID lamp = aProduct().withStock(10).create();
        UUID desk = aProduct().withStock(10).create();
        UUID order = Ids.next();

        List<Response> answers = inParallel(20, i -> reserve(order, lamp, 2, desk, 1));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(Response::asString)
                .containsOnly(answers.getFirst().asString());
        assertThat(levelsOf(lamp).held()).isEqualTo(2);
    }

    @Test
    void confirming_and_releasing_at_once_leaves_every_unit_accounted_for() {
        UUID lamp = aProduct().withStock(40).create();
        UUID desk = aProduct().withStock(40).create();
        List<UUID> orders = IntStream.range(0, 20).mapToObj(i -> Ids.next()).toList();
        orders.forEach(order -> reserve(order, lamp, 1, desk, 2));

        inParallel(80, i -> i % 2 == 0 ? confirm(orders.get(i / 4)) : release(orders.get(i / 4)));

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(40, 0, 40, 0));
        assertThat(levelsOf(desk)).isEqualTo(new StockLevels(40, 0, 40, 0));
    }

    @Test
    void releases_that_overtake_their_reservations_leave_nothing_held() {
        UUID lamp = aProduct().withStock(40).create();
        List<UUID> orders = IntStream.range(0, 20).mapToObj(i -> Ids.next()).toList();

        inParallel(40, i -> i % 2 == 0 ? reserve(orders.get(i / 2), lamp, 1) : release(orders.get(i / 2)));

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(40, 0, 40, 0));
    }

    private static Object[] mixedCart(List<UUID> products, int seed) {
        Random random = new Random(seed);
        List<UUID> shuffled = new ArrayList<>(products);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .limit(4)
                .flatMap(id -> List.<Object>of(id, 1 + random.nextInt(2)).stream())
                .toArray();
    }
}
