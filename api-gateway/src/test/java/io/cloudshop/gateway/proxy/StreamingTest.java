package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.OpenRequests;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.LogRecords;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@GatewayTest
class StreamingTest {

    @Inject
    OpenRequests requests;

    private static final String HEAD = " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
            + TestTokens.customer(Ids.next()) + "\r\nConnection: close\r\n";
    private static final String EVENTS =
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n" + "Transfer-Encoding: chunked\r\n\r\n";

    @AfterEach
    void everyRequestIsDone() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
        await().untilAsserted(() -> assertThat(requests.count()).isZero());
    }

    @Test
    void the_first_event_arrives_while_the_stream_is_open() throws Exception {
        CountDownLatch firstWasSeen = new CountDownLatch(1);
        Upstreams.ORDERS.does(connection -> {
            connection.write(EVENTS + chunk("data: one\n\n"));
            firstWasSeen.await(10, TimeUnit.SECONDS);
            connection.write(chunk("data: two\n\n") + "0\r\n\r\n");
        });

        try (RawClient client = RawClient.connect()) {
            client.write("GET /api/v1/orders/7/events" + HEAD + "\r\n");
            client.readUntil("data: one\n\n");
            firstWasSeen.countDown();

            assertThat(client.readToEnd()).contains("data: two").endsWith("0\r\n\r\n");
        }
    }

    @Test
    void a_stream_may_last_longer_than_any_answer_as_long_as_something_comes() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write(EVENTS);
            for (int i = 0; i < 8; i++) {
                connection.write(chunk(": heartbeat\n\n"));
                Thread.sleep(400);
            }
            connection.write("0\r\n\r\n");
        });

        String answer = RawClient.exchange("GET /api/v1/orders/7/events" + HEAD + "\r\n");

        assertThat(answer).endsWith("0\r\n\r\n");
        assertThat(answer.split(": heartbeat", -1)).hasSize(9);
    }

    @Test
    void a_stream_that_has_fallen_silent_is_cut_off() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write(EVENTS + chunk("data: one\n\n"));
            connection.readToEnd();
        });

        assertThat(RawClient.exchange("GET /api/v1/orders/7/events" + HEAD + "\r\n"))
                .contains("data: one")
                .doesNotEndWith("0\r\n\r\n");
    }

    @Test
    void the_upstream_hears_when_the_client_leaves() throws Exception {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Upstreams.ORDERS.does(connection -> {
            connection.write(EVENTS + chunk("data: one\n\n"));
            connection.readToEnd();
            closed.complete(null);
        });

        try (RawClient client = RawClient.connect()) {
            client.write("GET /api/v1/orders/7/events" + HEAD + "\r\n");
            client.readUntil("data: one\n\n");
        }

        await().atMost(800, TimeUnit.MILLISECONDS).until(closed::isDone);
    }

    @RepeatedTest(5)
    void a_client_that_cuts_a_download_is_no_failure_of_the_upstream() throws Exception {
        CompletableFuture<Void> cut = new CompletableFuture<>();
        Upstreams.ORDERS.does(connection -> {
            connection.write(EVENTS);
            try {
                while (true) {
                    connection.write(chunk("data: " + "x".repeat(60_000) + "\n\n"));
                }
            } catch (IOException closed) {
                cut.complete(null);
            }
        });

        try (LogRecords logs = LogRecords.watch()) {
            try (RawClient client = RawClient.connect()) {
                client.write("GET /api/v1/orders/7/events" + HEAD + "\r\n");
                client.readUntil("xxx");
            }
            cut.get(5, TimeUnit.SECONDS);
            await().untilAsserted(() -> assertThat(requests.count()).isZero());

            assertThat(logs.of(Exchange.class))
                    .extracting(LogRecord::getMessage)
                    .isEmpty();
        }
    }

    @Test
    void the_upstream_hears_when_the_client_leaves_before_the_answer() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Upstreams.ORDERS.does(connection -> {
            asked.countDown();
            connection.readToEnd();
            closed.complete(null);
        });

        try (RawClient client = RawClient.connect()) {
            client.write("POST /api/v1/orders" + HEAD + "Content-Length: 0\r\n\r\n");
            asked.await(5, TimeUnit.SECONDS);
        }

        await().atMost(1, TimeUnit.SECONDS).until(closed::isDone);
    }

    @Test
    void a_body_reaches_the_upstream_while_it_is_still_being_sent() throws Exception {
        CountDownLatch firstWasSeen = new CountDownLatch(1);
        Upstreams.ORDERS.does(connection -> {
            assertThat(connection.read(11)).isEqualTo("6\r\nfirst \r\n");
            firstWasSeen.countDown();
            String rest = connection.read(16);
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 16\r\n\r\n" + rest);
        });

        try (RawClient client = RawClient.connect()) {
            client.write("POST /api/v1/orders" + HEAD + "Transfer-Encoding: chunked\r\n\r\n6\r\nfirst \r\n");
            assertThat(firstWasSeen.await(5, TimeUnit.SECONDS)).isTrue();
            client.write("6\r\nsecond\r\n0\r\n\r\n");

            assertThat(client.readToEnd()).endsWith("6\r\nsecond\r\n0\r\n\r\n");
        }
    }

    @Test
    void a_client_that_waits_is_told_to_continue() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            assertThat(connection.head()).doesNotContainIgnoringCase("expect");
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + connection.read(4));
        });

        try (RawClient client = RawClient.connect()) {
            client.write("POST /api/v1/orders" + HEAD + "Expect: 100-continue\r\nContent-Length: 4\r\n\r\n");
            assertThat(client.readUntil("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            client.write("body");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\nbody");
        }
    }

    @Test
    void a_chunked_answer_that_breaks_off_is_not_taken_for_a_whole_one() throws Exception {
        CountDownLatch halfWasSeen = new CountDownLatch(1);
        Upstreams.ORDERS.does(connection -> {
            connection.write(EVENTS + chunk("half"));
            // A reset overtakes what the gateway has not read yet.
            halfWasSeen.await(10, TimeUnit.SECONDS);
            connection.reset();
        });

        try (RawClient client = RawClient.connect()) {
            client.write("GET /api/v1/orders/7" + HEAD + "\r\n");
            client.readUntil("half");
            halfWasSeen.countDown();

            assertThat(client.readToEnd()).doesNotEndWith("0\r\n\r\n");
        }
    }

    @Test
    void an_answer_of_known_length_that_breaks_off_is_not_taken_for_a_whole_one() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
            connection.close();
        });

        assertThat(RawClient.exchange("GET /api/v1/orders/7" + HEAD + "\r\n"))
                .containsIgnoringCase("content-length: 100")
                .endsWith("\r\n\r\nhalf");
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }
}
