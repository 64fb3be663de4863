package io.cloudshop.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.auth.AuthTest;
import io.cloudshop.stores.testing.PostgresTestResource;
import io.cloudshop.testing.LogRecords;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Redis goes away and comes back. */
@QuarkusTest
@TestProfile(ThrottleOutageTest.OfAMortalRedis.class)
class ThrottleOutageTest extends AuthTest {

    private static final String WRONG = "not the password of anybody";

    @Inject
    MeterRegistry metrics;

    @TestHTTPResource(value = "/", management = true)
    URI management;

    private boolean isDead;

    @Test
    void without_redis_each_replica_counts_by_itself() {
        String ada = newEmail();
        String bob = newEmail();
        givenCustomer(ada);
        givenCustomer(bob);
        try (LogRecords log = LogRecords.watch()) {
            MortalRedis.die();
            isDead = true;
            long begin = System.nanoTime();

            assertThat(login(ada, PASSWORD).statusCode()).isEqualTo(200);
            for (int i = 0; i < 5; i++) {
                assertThat(login(ada, WRONG).statusCode()).isEqualTo(401);
            }
            assertThat(login(ada, PASSWORD).statusCode()).isEqualTo(429);
            assertThat(login(bob, PASSWORD).statusCode()).isEqualTo(200);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
            assertThat(log.of(GuardedWindows.class)).hasSize(1);
        }
        assertThat(metrics.counter("cloudshop.auth.throttle.alone").count()).isGreaterThanOrEqualTo(8);
        RestAssured.get(management.resolve("/health/ready")).then().statusCode(200);
    }

    @Test
    void when_redis_is_back_replicas_count_together_again() {
        String ada = newEmail();
        givenCustomer(ada);
        MortalRedis.die();
        isDead = true;
        assertThat(login(ada, PASSWORD).statusCode()).isEqualTo(200);

        liveAgain();

        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            double alone = metrics.counter("cloudshop.auth.throttle.alone").count();
            assertThat(login(ada, PASSWORD).statusCode()).isEqualTo(200);
            assertThat(metrics.counter("cloudshop.auth.throttle.alone").count()).isEqualTo(alone);
        });
    }

    @AfterEach
    void liveAgain() {
        if (isDead) {
            MortalRedis.live();
            isDead = false;
        }
    }

    /** A Redis of its own, and room for one client's attempts. */
    public static class OfAMortalRedis extends Throttled {

        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("cloudshop.auth.throttle.address-attempts", "1000");
            settings.put("cloudshop.auth.throttle.registrations", "1000");
            return settings;
        }

        @Override
        public boolean disableGlobalTestResources() {
            return true;
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(
                    new TestResourceEntry(PostgresTestResource.class, Map.of("database", "auth")),
                    new TestResourceEntry(MortalRedis.class));
        }
    }
}
