package io.cloudshop.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.testing.LogRecords;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis goes, comes back and is slow. */
@GatewayTest
@TestProfile(RedisOutageTest.OneOfThree.class)
class RedisOutageTest {

    private static final int REQUESTS = 200;
    private static final Duration PATIENCE = Duration.ofMillis(200);

    @Inject
    MeterRegistry meters;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    /** Patience that a machine with other work does not use up by itself. */
    public static class OneOfThree extends Limited {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(FrailRedis.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("cloudshop.rate-limit.read", "3000");
            settings.put("cloudshop.rate-limit.replicas", "3");
            settings.put("cloudshop.rate-limit.patience", PATIENCE.toMillis() + "ms");
            return settings;
        }
    }

    @BeforeEach
    void redisIsThere() {
        awaitDecidedBy("redis");
    }

    @AfterEach
    void mend() {
        FrailRedis.delay(0);
        FrailRedis.line().mend();
    }

    @Test
    void no_request_fails_because_redis_goes_in_the_middle_and_both_is_said_once() {
        String client = newAddress();
        try (LogRecords log = LogRecords.watch()) {
            for (int i = 0; i < REQUESTS; i++) {
                if (i == REQUESTS / 2) {
                    FrailRedis.line().cut();
                }
                assertThat(read(client)).isEqualTo(200);
            }

            assertThat(log.of(SharedBuckets.class)).singleElement().satisfies(line -> assertThat(line.getMessage())
                    .contains("by itself"));
            assertThat(decided("replica")).isGreaterThan(50);
            given().get(ready).then().statusCode(200).body("status", equalTo("UP"));

            FrailRedis.line().mend();
            awaitDecidedBy("redis");
            assertThat(log.of(SharedBuckets.class)).hasSize(2);
        }
    }

    @Test
    void each_replica_grants_its_share_while_redis_is_away() {
        FrailRedis.line().cut();
        awaitDecidedBy("replica");
        String client = newAddress();

        assertThat(writes(Limited.WRITES, client)).isEqualTo(Limited.WRITES / 3);
    }

    @Test
    void nobody_gets_a_full_bucket_because_redis_went_away() {
        String client = newAddress();
        assertThat(writes(Limited.WRITES - 4, client)).isEqualTo(Limited.WRITES - 4);
        FrailRedis.line().cut();
        awaitDecidedBy("replica");

        assertThat(writes(Limited.WRITES, client)).isEqualTo(1);
    }

    @Test
    void what_a_slow_redis_has_counted_counts_as_soon_as_it_says_so() {
        String client = newAddress();
        writes(1, client);
        FrailRedis.delay(500);
        awaitDecidedBy("replica");

        assertThat(writes(Limited.WRITES, client)).isEqualTo((Limited.WRITES - 1) / 3);
        FrailRedis.delay(0);
        awaitDecidedBy("redis");

        assertThat(writes(1, client)).isZero();
    }

    @Test
    void a_slow_redis_costs_one_request_its_patience_and_the_others_nothing() {
        String client = newAddress();
        read(client);
        FrailRedis.delay(2_000);
        long begin = System.nanoTime();

        for (int i = 0; i < REQUESTS; i++) {
            assertThat(read(client)).isEqualTo(200);
        }

        // Each waiting for itself, they would take REQUESTS times the patience.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.multipliedBy(REQUESTS / 3));
    }

    private void awaitDecidedBy(String who) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> {
            double before = decided(who);
            read(newAddress());
            return decided(who) > before;
        });
    }

    private double decided(String who) {
        return meters.counter("cloudshop.rate.limit.requests", "policy", "read", "outcome", "passed", "decided_by", who)
                .count();
    }

    /** Sends so many, and gives how many of them passed. */
    private static long writes(int requests, String client) {
        return IntStream.range(0, requests)
                .filter(i -> given().header("X-Forwarded-For", client)
                                .delete("/api/v1/products/7")
                                .statusCode()
                        == 200)
                .count();
    }

    private static int read(String client) {
        return given().header("X-Forwarded-For", client)
                .get("/api/v1/categories")
                .statusCode();
    }

    private static String newAddress() {
        int random = Ids.next().hashCode();
        return "198.19." + (random >>> 8 & 0xff) + "." + (random & 0xff);
    }
}
