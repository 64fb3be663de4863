package io.cloudshop.system.consistency;

import static org.awaitility.Awaitility.await;

import io.cloudshop.system.consistency.Promise.Attempt;
import io.cloudshop.system.shop.Faults;
import io.cloudshop.system.shop.Node;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kill -9} of each party before and after the work of each step, while eight customers check out. */
interface CrashMatrix {

    List<String> POINTS = List.of(
            "RESERVE.before",
            "RESERVE.after",
            "AUTHORISE.before",
            "AUTHORISE.after",
            "CONFIRM.before",
            "CONFIRM.after",
            "CAPTURE.before",
            "CAPTURE.after");

    /** Compensation has its own steps: a declined card releases, a silent provider is voided first. */
    List<String> UNDO_POINTS = List.of("VOID.before", "VOID.after", "RELEASE.before", "RELEASE.after");

    Scenario scenario();

    @ParameterizedTest(name = "orders-api dies at {0} ({1})")
    @MethodSource("points")
    default void orders_api_dies(String point, String card) {
        scenario().shop().faults().haltAt(point);

        List<Attempt> attempts = eightCustomersCheckOut(
                card, () -> awaitTheFirstDeathAmong(scenario().shop().orders()).start());

        scenario().thenThePromiseIsKeptFor(attempts);
    }

    @ParameterizedTest(name = "{2} dies at {0} ({1})")
    @MethodSource("pointsAndVictims")
    default void another_party_dies(String point, String card, String victim) {
        Faults faults = scenario().shop().faults();
        faults.pauseAt(point);

        List<Attempt> attempts = eightCustomersCheckOut(card, () -> {
            faults.awaitReached(point);
            Node node = node(victim);
            node.kill();
            faults.clear();
            node.start();
        });

        scenario().thenThePromiseIsKeptFor(attempts);
    }

    static Stream<Arguments> points() {
        return Stream.concat(
                POINTS.stream().map(point -> Arguments.of(point, "tok_visa")),
                UNDO_POINTS.stream().map(point -> Arguments.of(point, "tok_timeout")));
    }

    static Stream<Arguments> pointsAndVictims() {
        return Stream.of("products-api", "postgresql", "redis")
                .flatMap(victim -> points().map(Arguments::get).map(point -> Arguments.of(point[0], point[1], victim)));
    }

    private List<Attempt> eightCustomersCheckOut(String card, Runnable disaster) {
        List<UUID> products = scenario().givenProducts(2, 5);
        Function<Integer, Map<UUID, Integer>> cart = i -> Map.of(products.get(i % 2), 1, products.get((i + 1) % 2), 1);
        try (Shopping shopping = new Shopping()) {
            for (int i = 0; i < 8; i++) {
                int number = i;
                shopping.begin(() -> scenario().checkOut(scenario().buyer(number), cart.apply(number), card));
            }
            disaster.run();
            return shopping.finish();
        }
    }

    private Node node(String name) {
        return switch (name) {
            case "products-api" -> scenario().shop().products().getFirst();
            case "postgresql" -> scenario().shop().postgres();
            case "redis" -> scenario().shop().redis();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Node awaitTheFirstDeathAmong(List<Node> replicas) {
        return await("one of the replicas is dead")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> replicas.stream().filter(node -> !node.isRunning()).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
