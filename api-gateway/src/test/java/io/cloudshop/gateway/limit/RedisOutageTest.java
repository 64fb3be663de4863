package io.cloudshop.gateway.limit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.testing.LogRecords;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redis goes, comes back and is slow. */
@GatewayTest
@QuarkusTestResource(FrailRedis.class)
@TestProfile(RedisOutageTest.OneOfThree.class)
class RedisOutageTest {

    private static final int REQUESTS = 200;
    private static final Duration PATIENCE = Duration.ofMillis(300);

    @Inject
    MeterRegistry meters;

    @TestHTTPResource(value = "/health/ready", management = true)
    URL ready;

    /** Patience that a machine with other work does not use up by itself. */
    public static class OneOfThree extends Limited {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("cloudshop.rate-limit.read", "3000");
            settings.put("cloudshop.rate-limit.replicas", "3");
            settings.put("cloudshop.rate-limit.patience", PATIENCE.toMillis() + "ms");
            settings.put("cloudshop.rate-limit.look-every", "200ms");
            return settings;
        }
    }

    @BeforeEach
    void redisIsThere() {
        awaitCountedBy("redis");
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
            assertThat(counted("replica")).isGreaterThan(50);
            given().get(ready).then().statusCode(200).body("status", equalTo("UP"));

            FrailRedis.line().mend();
            awaitCountedBy("redis");
            assertThat(log.of(SharedBuckets.class)).hasSize(2);
        }
    }

    @Test
    void each_replica_grants_its_share_while_redis_is_away() {
        FrailRedis.line().cut();
        awaitCountedBy("replica");
        String client = newAddress();

        long passed = IntStream.range(0, Limited.WRITES)
                .filter(i -> given().header("X-Forwarded-For", client)
                                .delete("/api/v1/products/7")
                                .statusCode()
                        == 200)
                .count();

        assertThat(passed).isEqualTo(Limited.WRITES / 3);
    }

    @Test
    void a_slow_redis_costs_one_request_its_patience_and_the_others_nothing() {
        String client = newAddress();
        read(client);
        FrailRedis.delay(5_000);
        long begin = System.nanoTime();

        for (int i = 0; i < REQUESTS; i++) {
            assertThat(read(client)).isEqualTo(200);
        }

        // Each waiting for itself, they would take REQUESTS times the patience.
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE.multipliedBy(REQUESTS / 4));
    }

    private void awaitCountedBy(String who) {
        await().atMost(20, TimeUnit.SECONDS).until(() -> {
            double before = counted(who);
            read(newAddress());
            return counted(who) > before;
        });
    }

    private double counted(String who) {
        return meters.counter("cloudshop.rate.limit.requests", "policy", "read", "outcome", "passed", "counted_by", who)
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
