package io.cloudshop.system.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.system.shop.Node;
import io.cloudshop.system.shop.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Two replicas of the packaged gateway and a Redis; what they document themselves is enough to ask for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RateLimitIT {

    private static final String PATH = "/docs";
    private static final int LIMIT = 100;
    private static final int REQUESTS = 2_000;
    private static final int AT_ONCE = 16;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final int IN_AN_INTERVAL = LIMIT / 6 + 1;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Site site = new Site("limits");
    private final List<Node> gateways = new ArrayList<>();

    @BeforeAll
    void start() {
        site.tell("CLOUDSHOP_RATE_LIMIT_ENABLED", "true");
        site.tell("CLOUDSHOP_RATE_LIMIT_READ", String.valueOf(LIMIT));
        site.tell("CLOUDSHOP_RATE_LIMIT_REPLICAS", "2");
        site.tell("QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING", "true");
        site.tell("QUARKUS_HTTP_PROXY_TRUSTED_PROXIES", "127.0.0.1");
        gateways.add(site.add("api-gateway", "api-gateway-0"));
        gateways.add(site.add("api-gateway", "api-gateway-1"));
        site.start();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void two_replicas_grant_what_one_would() {
        long begin = System.nanoTime();

        long passed = passed(statusesOf(REQUESTS, "198.18.0.1"));

        // At most five in a hundred more: what each replica may grant when Redis keeps it waiting.
        assertThat(passed).isBetween((long) LIMIT, LIMIT + 5 + cameBackSince(begin));
    }

    @Test
    void nothing_fails_when_redis_dies_and_nobody_gets_more_by_it() {
        String client = "198.18.0.2";
        long begin = System.nanoTime();
        List<Integer> before = statusesOf(LIMIT / 2, client);

        site.redis().kill();
        List<Integer> after = statusesOf(REQUESTS, client);

        assertThat(before).containsOnly(200);
        assertThat(after).containsOnly(200, 429);
        // Of the last ones that the other replica granted neither has heard.
        assertThat(passed(after)).isBetween(LIMIT / 2L - 1, LIMIT / 2 + AT_ONCE / 2 + cameBackSince(begin));
        site.redis().start();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(gateways)
                .allMatch(replica -> site.logOf(replica.name()).contains("share the rate limits again")));
    }

    private static long cameBackSince(long begin) {
        return (System.nanoTime() - begin) / INTERVAL.toNanos() * IN_AN_INTERVAL;
    }

    private static long passed(List<Integer> statuses) {
        return statuses.stream().filter(status -> status == 200).count();
    }

    /** To the replicas in turn, from many connections at once. */
    private List<Integer> statusesOf(int requests, String client) {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Integer>> answers = IntStream.range(0, requests)
                    .mapToObj(i -> threads.submit(() -> status(gateways.get(i % 2), client)))
                    .toList();
            return answers.stream().map(RateLimitIT::value).toList();
        }
    }

    private static int status(Node gateway, String client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + PATH))
                .header("X-Forwarded-For", client)
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static Integer value(Future<Integer> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }
}
