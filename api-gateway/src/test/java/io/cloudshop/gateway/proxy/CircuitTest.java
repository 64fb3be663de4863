package io.cloudshop.gateway.proxy;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class CircuitTest {

    private static final String TOKEN = "Authorization: Bearer " + TestTokens.customer(Ids.next());
    private static final String HEAD = " HTTP/1.1\r\nHost: gateway\r\nConnection: close\r\n" + TOKEN + "\r\n";
    private static final int WINDOW = 40;
    private static final Duration PAUSE = Duration.ofMillis(400);
    private static final RawUpstream.Script RESETS = RawUpstream.Connection::reset;
    private static final RawUpstream.Script HANGS = RawUpstream.Connection::readToEnd;

    @Inject
    OpenRequests requests;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    /** A window full of good answers is what a failure meets on an ordinary day. */
    @BeforeEach
    void allIsWell() throws Exception {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
        await().until(() -> read().startsWith("HTTP/1.1 200 "));
        inParallel(WINDOW, this::read);
    }

    @AfterEach
    void allIsWellAgain() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
        await().until(() -> read().startsWith("HTTP/1.1 200 "));
        await().untilAsserted(() -> assertThat(requests.count()).isZero());
    }

    @Test
    void an_upstream_that_is_down_is_spared_and_found_as_soon_as_it_is_back() throws Exception {
        try (LogRecords logs = LogRecords.watch()) {
            Upstreams.ORDERS.does(RESETS);
            Upstreams.ORDERS.stop();
            untilSpared();
            Upstreams.ORDERS.start();
            Upstreams.ORDERS.does(RawUpstream.ANSWERS);

            assertThat(read())
                    .startsWith("HTTP/1.1 503 ")
                    .contains("/problems/upstream-unavailable")
                    .containsIgnoringCase("\r\nretry-after: 2\r\n");
            assertThat(Upstreams.ORDERS.heads()).isEmpty();
            await().atMost(Duration.ofSeconds(1)).until(() -> read().startsWith("HTTP/1.1 200 "));

            assertThat(isIn("closed")).isTrue();
            assertThat(logs.of(Circuit.class))
                    .extracting(LogRecord::getMessage)
                    .satisfiesExactly(
                            opened -> assertThat(opened).startsWith("Most requests to orders had no answer"),
                            closed -> assertThat(closed).isEqualTo("orders answers again"));
        }
    }

    @Test
    void an_upstream_that_hangs_is_spared_and_nobody_waits_for_it_any_more() throws Exception {
        Upstreams.ORDERS.does(HANGS);

        assertThat(inParallel(WINDOW, this::read)).allMatch(answer -> answer.startsWith("HTTP/1.1 504 "));

        long before = System.nanoTime();
        assertThat(inParallel(10, this::read))
                .filteredOn(answer -> answer.startsWith("HTTP/1.1 503 "))
                .hasSizeGreaterThanOrEqualTo(9);
        assertThat(System.nanoTime() - before).isLessThan(TimeUnit.SECONDS.toNanos(2));
    }

    @Test
    void sparing_one_upstream_takes_nothing_from_the_others() throws Exception {
        spare();

        assertThat(RawClient.request("GET", "/api/v1/categories")).startsWith("HTTP/1.1 200 ");
        assertThat(isIn("closed")).isFalse();
        assertThat(Series.of(metrics)
                        .with("cloudshop_gateway_circuit_state", "upstream=\"products\"", "state=\"closed\"")
                        .sum())
                .isEqualTo(1);
    }

    @Test
    void a_failure_among_many_answers_opens_nothing() throws Exception {
        Upstreams.ORDERS.does(RESETS);
        assertThat(write()).startsWith("HTTP/1.1 503 ");
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);

        assertThat(read()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void one_dead_replica_of_two_opens_nothing() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        Upstreams.ORDERS.does(connection -> {
            (turn.incrementAndGet() % 2 == 0 ? RESETS : RawUpstream.ANSWERS).serve(connection);
        });

        inParallel(2 * WINDOW, this::write);

        assertThat(isIn("closed")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 500, 502, 503, 504})
    void whatever_the_service_says_itself_opens_nothing(int status) throws Exception {
        Upstreams.ORDERS.does(connection -> connection.write("HTTP/1.1 " + status + " \r\nContent-Length: 0\r\n\r\n"));

        assertThat(inParallel(WINDOW, this::read)).allMatch(answer -> answer.startsWith("HTTP/1.1 " + status));
        assertThat(isIn("closed")).isTrue();
    }

    @Test
    void a_read_that_is_sent_once_more_counts_as_what_came_of_it() {
        AtomicInteger turn = new AtomicInteger();
        Upstreams.ORDERS.does(connection -> {
            (turn.incrementAndGet() % 2 == 1 ? RESETS : RawUpstream.ANSWERS).serve(connection);
        });

        for (int i = 0; i < WINDOW; i++) {
            assertThat(read()).startsWith("HTTP/1.1 200 ");
        }
        assertThat(isIn("closed")).isTrue();
    }

    @Test
    void clients_that_hang_up_say_nothing_of_an_upstream() throws Exception {
        Upstreams.ORDERS.does(HANGS);

        hangUp(WINDOW, "GET /api/v1/orders/7/events" + HEAD + "\r\n");
        hangUp(WINDOW, "POST /api/v1/orders" + HEAD + "Content-Length: 9\r\n\r\n{");

        await().untilAsserted(() -> assertThat(requests.count()).isZero());
        assertThat(isIn("closed")).isTrue();
        Upstreams.ORDERS.does(RESETS);
        assertThat(write()).startsWith("HTTP/1.1 503 ");
        assertThat(isIn("closed")).as("the failure is the first of its window").isTrue();
    }

    @Test
    void one_request_tries_a_spared_upstream_while_all_others_are_told_at_once() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        spare();
        Upstreams.ORDERS.does(connection -> {
            asked.countDown();
            release.await(5, TimeUnit.SECONDS);
            RawUpstream.ANSWERS.serve(connection);
        });
        awaitEndOfPause();
        long began = System.nanoTime();

        try (RawClient trial = RawClient.connect()) {
            trial.write("GET /api/v1/orders/7" + HEAD + "\r\n");
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();

            for (int i = 0; i < 10; i++) {
                write();
            }
            long pauses = (System.nanoTime() - began) / PAUSE.toNanos();
            assertThat(Upstreams.ORDERS.heads()).hasSizeLessThanOrEqualTo(1 + (int) pauses);

            release.countDown();
            assertThat(trial.readToEnd()).startsWith("HTTP/1.1 200 ");
        }
        assertThat(isIn("closed")).isTrue();
    }

    @Test
    void a_trial_that_fails_opens_for_another_pause() throws Exception {
        spare();
        awaitEndOfPause();

        assertThat(write()).startsWith("HTTP/1.1 503 ");

        assertThat(isIn("open")).isTrue();
        assertThat(Upstreams.ORDERS.heads()).hasSize(1);
    }

    @Test
    void a_stream_that_tries_has_tried_when_it_begins() throws Exception {
        spare();
        Upstreams.ORDERS.does(connection -> {
            if (connection.head().contains("/events")) {
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n:\n\n\r\n");
                connection.readToEnd();
            }
            RawUpstream.ANSWERS.serve(connection);
        });
        awaitEndOfPause();

        try (RawClient stream = RawClient.connect()) {
            stream.write("GET /api/v1/orders/7/events" + HEAD + "\r\n");
            stream.readUntil(":\n\n");

            assertThat(read()).startsWith("HTTP/1.1 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/orders/7/events HTTP/1.1\r\nHost: gateway\r\n%s\r\n\r\n",
                "POST /api/v1/orders HTTP/1.1\r\nHost: gateway\r\n%s\r\nContent-Length: 9\r\n\r\n{"
            })
    void a_trial_that_takes_long_lets_another_request_try(String request) throws Exception {
        spare();
        CountDownLatch asked = new CountDownLatch(1);
        Upstreams.ORDERS.does(connection -> {
            asked.countDown();
            if (!connection.head().startsWith("GET /api/v1/orders/7 ")) {
                connection.readToEnd();
            }
            RawUpstream.ANSWERS.serve(connection);
        });
        awaitEndOfPause();

        try (RawClient slow = RawClient.connect()) {
            slow.write(request.formatted(TOKEN));
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();

            await().atMost(Duration.ofSeconds(1)).until(() -> read().startsWith("HTTP/1.1 200 "));
        }
    }

    @Test
    void a_trial_whose_client_leaves_lets_another_request_try_at_once() throws Exception {
        spare();
        Upstreams.ORDERS.does(HANGS);
        awaitEndOfPause();

        hangUp(1, "GET /api/v1/orders/7/events" + HEAD + "\r\n");
        await().untilAsserted(() -> assertThat(requests.count()).isZero());
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);

        assertThat(read()).startsWith("HTTP/1.1 200 ");
    }

    private void spare() throws InterruptedException {
        Upstreams.ORDERS.does(RESETS);
        untilSpared();
        Upstreams.ORDERS.does(RESETS);
    }

    private void untilSpared() throws InterruptedException {
        inParallel(WINDOW, this::write);
        assertThat(isIn("open")).isTrue();
    }

    /** The trial is the test's own: nothing else is sent meanwhile. */
    private static void awaitEndOfPause() {
        await().pollDelay(PAUSE.plusMillis(50)).until(() -> true);
    }

    private boolean isIn(String state) {
        return Series.of(metrics)
                        .with("cloudshop_gateway_circuit_state", "upstream=\"orders\"", "state=\"" + state + "\"")
                        .sum()
                == 1;
    }

    private String read() {
        return ask("GET", "/api/v1/orders/7");
    }

    private String write() {
        return ask("POST", "/api/v1/orders");
    }

    private static String ask(String method, String path) {
        try {
            return RawClient.request(method, path, TOKEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the request so many times and leaves when the upstream has them all. */
    private static void hangUp(int count, String request) throws IOException {
        int before = Upstreams.ORDERS.heads().size();
        List<RawClient> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(RawClient.connect().write(request));
        }
        await().pollInterval(Duration.ofMillis(10))
                .until(() -> Upstreams.ORDERS.heads().size() == before + count);
        for (RawClient client : clients) {
            client.close();
        }
    }

    private static List<String> inParallel(int count, Callable<String> request) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(Collections.nCopies(count, request)).stream()
                    .map(Future::resultNow)
                    .toList();
        }
    }
}
