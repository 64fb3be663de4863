package io.cloudshop.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The gateway, and beside it what another replica has to count with: a client of Redis and an event loop of its own. */
@GatewayTest
@TestProfile(SharedLimitTest.AHundredAMinute.class)
class SharedLimitTest {

    private static final int EACH = 1_000;
    private static final int FEW = 40;
    private static final int AHEAD = 2;
    private static final long INTERVAL_NANOS = 10_000_000_000L;

    @TestHTTPResource("/api/v1/categories")
    URI categories;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisAddress;

    @Inject
    RateLimitConfig config;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Vertx vertx = Vertx.vertx();
    private SharedBuckets other;

    @BeforeEach
    void start() {
        other = new SharedBuckets(vertx, Redis.createClient(vertx, redisAddress), config);
    }

    public static class AHundredAMinute extends Limited {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
            settings.put("cloudshop.rate-limit.read", "100");
            return settings;
        }
    }

    @Test
    void of_two_thousand_requests_to_two_replicas_a_hundred_pass() throws Exception {
        UUID user = Ids.next();
        String token = TestTokens.customer(user);
        String key = "read:user:" + user;
        awaitThere(other);
        long begin = System.nanoTime();

        Stream<Callable<Boolean>> requests = IntStream.range(0, 2 * EACH)
                .mapToObj(i -> i % 2 == 0 ? () -> passesHere(token) : () -> passesThere(key));
        long passed = inParallel(requests.toList()).stream().filter(did -> did).count();

        long intervals = (System.nanoTime() - begin) / INTERVAL_NANOS;
        // What a replica may grant before Redis has heard of it.
        assertThat(passed).isBetween(100L, 100 + AHEAD + intervals * 17);
    }

    /**
     * Less than half of the limit: those who need not wait for Redis. Whom it hears of late it hears of with the next one; where it was
     * away for a moment, which a busy machine makes of a pause, somebody else tries.
     */
    @Test
    void whoever_did_not_wait_is_counted_all_the_same() throws Exception {
        awaitThere(other);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            UUID user = Ids.next();
            String token = TestTokens.customer(user);
            long begin = System.nanoTime();
            assertThat(inParallel(Collections.nCopies(FEW, () -> passesHere(token))))
                    .containsOnly(true);
            assertThat(passesHere(token)).isTrue();

            long remaining = other.take("read:user:" + user, Quota.perMinute(100), 0)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get()
                    .remaining();

            long cameBack = 1 + (System.nanoTime() - begin) * 100 / TimeUnit.MINUTES.toNanos(1);
            assertThat(remaining).isLessThanOrEqualTo(100 - FEW - 2 + cameBack);
        });
    }

    @AfterEach
    void stop() {
        other.stop(null);
        vertx.close();
    }

    private void awaitThere(SharedBuckets replica) {
        replica.start(null);
        await().until(() -> replica.take("read:user:" + Ids.next(), Quota.perMinute(100), 0)
                .toCompletionStage()
                .toCompletableFuture()
                .handle((take, away) -> away == null)
                .get());
    }

    private boolean passesHere(String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(categories)
                .header("Authorization", "Bearer " + token)
                .build();
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        assertThat(status).isIn(200, 429);
        return status == 200;
    }

    private boolean passesThere(String key) throws Exception {
        return other.take(key, Quota.perMinute(100), 0)
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .isGranted();
    }

    private static List<Boolean> inParallel(List<Callable<Boolean>> requests) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
            return threads.invokeAll(requests).stream()
                    .map(SharedLimitTest::value)
                    .toList();
        }
    }

    private static Boolean value(Future<Boolean> done) {
        return done.resultNow();
    }
}
