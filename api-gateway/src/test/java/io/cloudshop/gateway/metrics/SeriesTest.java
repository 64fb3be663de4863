package io.cloudshop.gateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.OpenRequests;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Series;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.LogRecords;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rate, errors and duration by route and upstream: few series, each of which says whose they are. */
@GatewayTest
class SeriesTest {

    private static final String TOKEN = "Authorization: Bearer " + TestTokens.customer(Ids.next());
    private static final String HEAD = " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n" + TOKEN + "\r\n";
    private static final String REQUESTS = "http_server_requests_seconds_count";
    private static final String ASKED = "cloudshop_gateway_upstream_requests_seconds_count";
    private static final String ASKED_FOR = "cloudshop_gateway_upstream_requests_seconds_sum";
    private static final String BROKEN = "cloudshop_gateway_upstream_broken_total";
    private static final String BIG_CHUNK = "10000\r\n" + "x".repeat(0x10000) + "\r\n";
    private static final int ALL_AT_ONCE = 50;

    @Inject
    OpenRequests requests;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @AfterEach
    void theUpstreamAnswers() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
        everyRequestIsDone();
    }

    @Test
    void thousands_of_paths_and_methods_make_no_series() throws Exception {
        inventing(0, 2);
        Set<String> before = Series.of(metrics).ids("http_", "cloudshop_");

        inventing(2, 300);

        assertThat(Series.of(metrics).ids("http_", "cloudshop_")).isEqualTo(before);
        assertThat(before).noneMatch(id -> id.toLowerCase(Locale.ROOT).contains("invented"));
    }

    @Test
    void every_request_has_an_upstream_also_one_that_was_reset() throws Exception {
        RawClient.request("GET", "/api/v1/categories");
        RawClient.request("GET", "/api/v1/auth/me", TOKEN);
        RawClient.request("GET", "/openapi");
        hangUp("GET /api/v1/orders/7/events" + HEAD + "\r\n");

        Series series = Series.of(metrics);
        Series counted = new Series(series.lines().stream()
                .filter(line -> line.startsWith("http_server_requests_seconds"))
                .toList());
        assertThat(counted.lines()).isNotEmpty().allMatch(line -> line.contains("upstream=\""));
        assertThat(counted.values("upstream")).isSubsetOf("auth", "products", "orders", "none");
        assertThat(series.with(REQUESTS, "upstream=\"products\"", "uri=\"/api/v1/categories/**\"")
                        .sum())
                .isPositive();
        assertThat(series.with(REQUESTS, "upstream=\"auth\"", "uri=\"/api/v1/auth/**\"")
                        .sum())
                .isPositive();
        assertThat(series.with(REQUESTS, "upstream=\"none\"", "uri=\"/openapi\"")
                        .sum())
                .isPositive();
        assertThat(series.with(REQUESTS, "status=\"RESET\"", "upstream=\"orders\"")
                        .sum())
                .isPositive();
    }

    @Test
    void an_error_is_counted_for_its_route_also_where_that_is_a_plain_path() throws Exception {
        Series before = Series.of(metrics);
        Upstreams.ORDERS.does(RawUpstream.Connection::reset);

        RawClient.request("POST", "/api/v1/orders", TOKEN);
        RawClient.request("POST", "/api/v1/orders");

        String[] failed = {"uri=\"/api/v1/orders\"", "upstream=\"orders\"", "status=\"503\""};
        String[] refused = {"uri=\"/api/v1/orders\"", "upstream=\"orders\"", "status=\"401\""};
        Series after = Series.of(metrics);
        assertThat(after.with(REQUESTS, failed).sum()
                        - before.with(REQUESTS, failed).sum())
                .isEqualTo(1);
        assertThat(after.with(REQUESTS, refused).sum()
                        - before.with(REQUESTS, refused).sum())
                .isEqualTo(1);
    }

    @Test
    void what_came_of_asking_an_upstream_is_counted_by_route_and_outcome() throws Exception {
        assertThat(outcomeOf(connection -> answer(connection, 200))).isEqualTo("success");
        assertThat(outcomeOf(connection -> answer(connection, 304))).isEqualTo("success");
        assertThat(outcomeOf(connection -> answer(connection, 404))).isEqualTo("client_error");
        assertThat(outcomeOf(connection -> answer(connection, 500))).isEqualTo("server_error");
        assertThat(outcomeOf(RawUpstream.Connection::readToEnd)).isEqualTo("timeout");
        assertThat(outcomeOf(RawUpstream.Connection::reset)).isEqualTo("unavailable");
        assertThat(Series.of(metrics)
                        .with(
                                "cloudshop_gateway_upstream_requests_seconds_bucket",
                                "route=\"/api/v1/orders/**\"",
                                "upstream=\"orders\"",
                                "le=\"0.5\"")
                        .lines())
                .isNotEmpty();
    }

    @Test
    void a_slow_body_is_not_the_time_of_the_upstream() throws Exception {
        String[] ofCart = {"route=\"/api/v1/cart/**\"", "outcome=\"success\""};
        CountDownLatch begun = new CountDownLatch(1);
        Upstreams.ORDERS.does(connection -> {
            connection.read(1);
            begun.countDown();
            connection.read(1);
            answer(connection, 200);
        });
        Series before = Series.of(metrics);

        try (RawClient client = RawClient.connect()) {
            client.write("PUT /api/v1/cart/items/7" + HEAD + "Content-Length: 2\r\n\r\na");
            assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
            await().pollDelay(Duration.ofMillis(600)).until(() -> true);
            assertThat(client.write("b").readToEnd()).startsWith("HTTP/1.1 200 ");
        }

        Series after = Series.of(metrics);
        assertThat(after.with(ASKED, ofCart).sum() - before.with(ASKED, ofCart).sum())
                .isEqualTo(1);
        assertThat(after.with(ASKED_FOR, ofCart).sum()
                        - before.with(ASKED_FOR, ofCart).sum())
                .isLessThan(0.5);
    }

    @Test
    void what_a_client_did_is_never_an_error_of_ours() throws Exception {
        Upstreams.ORDERS.does(RawUpstream.Connection::readToEnd);
        List<String> before = errors();
        double left = gone();

        hangUp("GET /api/v1/orders/7/events" + HEAD + "\r\n");
        hangUp("POST /api/v1/orders" + HEAD + "Content-Length: 9\r\n\r\n{");
        hangUp("POST /api/v1/orders" + HEAD + "Transfer-Encoding: chunked\r\n\r\n3\r\n{\"a\r\n");
        assertThat(RawClient.exchange("POST /api/v1/orders" + HEAD + "Transfer-Encoding: chunked\r\n\r\n"
                        + BIG_CHUNK.repeat(17) + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
        RawClient.exchange("POST /api/v1/orders" + HEAD + "Transfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n");

        everyRequestIsDone();
        assertThat(errors()).isEqualTo(before);
        assertThat(gone() - left).isGreaterThanOrEqualTo(3);
    }

    @Test
    void an_answer_that_breaks_off_is_the_failure_of_its_upstream_and_not_of_a_client_that_leaves() throws Exception {
        String[] ofOrders = {"upstream=\"orders\"", "route=\"/api/v1/orders/**\""};
        Upstreams.ORDERS.does(connection -> connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a"));
        double before = Series.of(metrics).with(BROKEN, ofOrders).sum();

        RawClient.exchange("GET /api/v1/orders/7" + HEAD + "\r\n");
        everyRequestIsDone();
        Upstreams.ORDERS.does(connection -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{\"a");
            connection.readToEnd();
        });
        try (RawClient client = RawClient.connect()) {
            client.write("GET /api/v1/orders/7" + HEAD + "\r\n").readUntil("{\"a");
        }
        everyRequestIsDone();

        assertThat(Series.of(metrics).with(BROKEN, ofOrders).sum() - before).isEqualTo(1);
    }

    /** A service gives a body up after a while; ours do so with a 408, but what is between us may just close. */
    @Test
    void an_upstream_that_has_waited_for_a_body_and_closes_is_not_at_fault() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.read(1);
            await().pollDelay(Duration.ofMillis(900)).until(() -> true);
            connection.close();
        });
        List<String> before = errors();

        try (RawClient client = RawClient.connect()) {
            client.write("PUT /api/v1/cart/items/7" + HEAD + "Content-Length: 9\r\n\r\n{");

            assertThat(client.readUntil("}")).startsWith("HTTP/1.1 408 ").contains("/problems/request-timeout");
        }
        assertThat(errors()).isEqualTo(before);
    }

    @Test
    void what_is_under_way_is_counted_until_the_answer_is_through() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n:\n\n\r\n");
            connection.readToEnd();
        });

        try (RawClient client = RawClient.connect()) {
            client.write("GET /api/v1/orders/7/events" + HEAD + "\r\n").readUntil(":\n\n");
            assertThat(active()).isEqualTo(1);
        }

        await().untilAsserted(() -> assertThat(active()).isZero());
    }

    @Test
    void clients_that_leave_at_once_are_not_under_way_for_ever() throws Exception {
        try (LogRecords logs = LogRecords.watch()) {
            for (int i = 0; i < ALL_AT_ONCE; i++) {
                // A token that is not known takes a while to check.
                String token = "Authorization: Bearer " + TestTokens.customer(Ids.next());
                try (RawClient client = RawClient.connect()) {
                    client.write("GET /api/v1/orders/7 HTTP/1.1\r\nHost: gateway\r\n" + token + "\r\n\r\n");
                }
            }

            await().untilAsserted(() -> assertThat(active()).isZero());
            assertThat(logs.all()).noneMatch(line -> line.getLevel().intValue() >= Level.WARNING.intValue());
        }
    }

    /** Sends each kind of oddity once for each number. */
    private static void inventing(int from, int to) throws Exception {
        try (ExecutorService threads =
                Executors.newFixedThreadPool(ALL_AT_ONCE, Thread.ofVirtual().factory())) {
            List<Callable<String>> odd = IntStream.range(from, to)
                    .boxed()
                    .flatMap(i -> Stream.<Callable<String>>of(
                            () -> RawClient.request("GET", "/api/v1/products/invented-" + i),
                            () -> RawClient.request("GET", "/invented-" + i),
                            () -> RawClient.request("GET", "/api/v1/invented-" + i + "/%2e%2e/x"),
                            () -> RawClient.request("GET", "//invented-" + i + "?q=" + i),
                            () -> RawClient.request("GET", "/api/v1/orders/invented-" + i, TOKEN),
                            () -> RawClient.request("INVENTED" + i, "/api/v1/products/x"),
                            () -> RawClient.request("INVENTED" + i, "/invented-" + i)))
                    .toList();
            assertThat(threads.invokeAll(odd))
                    .extracting(Future::resultNow)
                    .allMatch(answer -> answer.startsWith("HTTP/1.1 2") || answer.startsWith("HTTP/1.1 4"));
        }
    }

    private String outcomeOf(RawUpstream.Script script) throws Exception {
        Upstreams.ORDERS.does(script);
        Series before = Series.of(metrics).with(ASKED, "route=\"/api/v1/orders/**\"", "upstream=\"orders\"");
        RawClient.request("POST", "/api/v1/orders/7/cancel", TOKEN);
        Series after = Series.of(metrics).with(ASKED, "route=\"/api/v1/orders/**\"", "upstream=\"orders\"");
        assertThat(after.sum() - before.sum()).isEqualTo(1);
        return after.values("outcome").stream()
                .filter(outcome -> after.with(ASKED, "outcome=\"" + outcome + "\"")
                                .sum()
                        > before.with(ASKED, "outcome=\"" + outcome + "\"").sum())
                .findFirst()
                .orElseThrow();
    }

    private static void answer(RawUpstream.Connection connection, int status) throws Exception {
        connection.write("HTTP/1.1 " + status + " \r\nContent-Length: 0\r\n\r\n");
    }

    private void hangUp(String request) throws Exception {
        int before = Upstreams.ORDERS.heads().size();
        try (RawClient client = RawClient.connect()) {
            client.write(request);
            await().until(() -> Upstreams.ORDERS.heads().size() > before);
        }
        everyRequestIsDone();
    }

    private void everyRequestIsDone() {
        await().untilAsserted(() -> assertThat(requests.count()).isZero());
    }

    private double active() {
        return Series.of(metrics)
                .with("cloudshop_gateway_upstream_active", "upstream=\"orders\"")
                .sum();
    }

    private double gone() {
        return Series.of(metrics)
                .with(ASKED, "upstream=\"orders\"", "outcome=\"client_gone\"")
                .sum();
    }

    /** Whatever an alert would count against us or against the upstream. */
    private List<String> errors() {
        return Series.of(metrics).lines().stream()
                .filter(line -> line.startsWith(REQUESTS) || line.startsWith(ASKED))
                .filter(line -> Stream.of("SERVER_ERROR", "status=\"5", "server_error", "timeout", "unavailable")
                        .anyMatch(line::contains))
                .sorted()
                .toList();
    }
}
