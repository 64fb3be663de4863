package io.cloudshop.system.consistency;

import io.cloudshop.system.consistency.Promise.Attempt;
import io.cloudshop.system.shop.Node;
import io.cloudshop.system.shop.TestShop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Random kills for a minute. The same seed kills the same parties after the same pauses: {@code -Dchaos.seed=N}. */
@Tag("chaos")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChaosIT {

    private static final Logger LOG = Logger.getLogger(ChaosIT.class);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("chaos.seconds", 60));
    private static final List<String> CARDS =
            List.of("tok_visa", "tok_visa", "tok_visa", "tok_declined", "tok_timeout");

    private Scenario scenario;

    @BeforeAll
    void openShop() {
        scenario = new Scenario("chaos", 2, ConsistencyIT.SHORT_LEASE);
    }

    @AfterAll
    void closeShop() {
        if (scenario != null) {
            scenario.close();
        }
    }

    @Test
    void nothing_is_lost_while_anything_may_die_at_any_time() {
        long seed = Long.getLong("chaos.seed", System.nanoTime());
        LOG.infof("Chaos for %d s with -Dchaos.seed=%d", LENGTH.toSeconds(), seed);
        List<UUID> products = scenario.givenProducts(5, 400);
        long end = System.nanoTime() + LENGTH.toNanos();

        List<Attempt> attempts = new ArrayList<>();
        try (Shopping shopping = new Shopping()) {
            for (int i = 0; i < 8; i++) {
                Random choice = new Random(seed + i);
                int number = i;
                shopping.beginMany(() -> shopUntil(end, number, products, choice));
            }
            killAtRandomUntil(end, new Random(seed));
            scenario.shop().heal();
            attempts.addAll(shopping.finish());
        }

        LOG.infof("%d checkouts in %d s", attempts.size(), LENGTH.toSeconds());
        scenario.thenThePromiseIsKeptFor(attempts);
    }

    private List<Attempt> shopUntil(long end, int number, List<UUID> products, Random choice) {
        List<Attempt> attempts = new ArrayList<>();
        while (System.nanoTime() < end) {
            UUID product = products.get(choice.nextInt(products.size()));
            String card = CARDS.get(choice.nextInt(CARDS.size()));
            attempts.add(scenario.checkOut(scenario.buyer(number), Map.of(product, 1 + choice.nextInt(3)), card));
        }
        return attempts;
    }

    private void killAtRandomUntil(long end, Random choice) {
        TestShop shop = scenario.shop();
        List<Node> victims = Stream.of(shop.orders(), shop.products(), List.of(shop.postgres(), shop.redis()))
                .flatMap(List::stream)
                .toList();
        while (System.nanoTime() < end) {
            pause(500 + choice.nextInt(2_500));
            Node victim = victims.get(choice.nextInt(victims.size()));
            LOG.infof("Killing %s", victim.name());
            victim.kill();
            pause(choice.nextInt(1_000));
            victim.start();
        }
    }

    private static void pause(int millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
