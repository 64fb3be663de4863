package io.cloudshop.defaults.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.RefusedAnswer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.VertxBuilder;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slow loris, of heads and of bodies, and who is slow without being one. */
class SlowRequestTest {

    private static final String PATIENCE = "cloudshop.edge.patience";
    private static final String PACE = "cloudshop.edge.bytes-per-second";
    private static final int PATIENCE_MILLIS = 500;

    private final Vertx vertx = new VertxBuilder().init().vertx();
    private final AtomicInteger handled = new AtomicInteger();

    private URI server;

    @BeforeAll
    static void beQuick() {
        System.setProperty(PATIENCE, PATIENCE_MILLIS + "ms");
        System.setProperty(PACE, "1000");
    }

    @AfterAll
    static void bePatient() {
        System.clearProperty(PATIENCE);
        System.clearProperty(PACE);
    }

    @BeforeEach
    void start() throws Exception {
        HttpServer http = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        server = URI.create("http://127.0.0.1:" + http.actualPort());
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void a_head_that_comes_byte_by_byte_is_not_waited_for() throws Exception {
        RefusedAnswer answer = whenTrickling("GET /read HTTP/1.1\r\nHost: a\r\nX-Long: " + "x".repeat(1000));

        answer.isAProblem(408, "request-timeout");
        assertThat(handled).hasValue(0);
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_not_waited_for() throws Exception {
        for (String framing : List.of("Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n3e8\r\n")) {
            whenTrickling("POST /read HTTP/1.1\r\nHost: a\r\n" + framing + "x".repeat(1000))
                    .isAProblem(408, "request-timeout");
        }
    }

    @Test
    void a_body_that_comes_slowly_but_surely_is_read() throws Exception {
        try (RawClient client = RawClient.connect(server)) {
            client.write("POST /read HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 4000\r\n\r\n");
            for (int i = 0; i < 8; i++) {
                client.write("x".repeat(500));
                Thread.sleep(PATIENCE_MILLIS / 4);
            }

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("4000");
        }
    }

    @Test
    void a_body_that_nobody_reads_is_not_late() throws Exception {
        try (RawClient client = RawClient.connect(server)) {
            client.write("POST /later HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 3000000\r\n\r\n"
                    + "x".repeat(3_000_000));

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("3000000");
        }
    }

    @Test
    void a_connection_may_rest_between_requests() throws Exception {
        try (RawClient client = RawClient.connect(server)) {
            for (int i = 0; i < 2; i++) {
                client.write("POST /read HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nx");
                Thread.sleep(50);
                client.write("y");
                client.readUntil("\r\n\r\n2");
                Thread.sleep(2 * PATIENCE_MILLIS);
            }
        }
    }

    /** A byte at a time, and far more of them than there is time for. */
    private RefusedAnswer whenTrickling(String request) throws Exception {
        try (RawClient client = RawClient.connect(server)) {
            int head = Math.max(0, request.indexOf("xxx"));
            client.write(request.substring(0, head));
            for (int i = head; i < request.length() && !client.hasAnswer(); i++) {
                client.write(request.substring(i, i + 1));
                Thread.sleep(20);
            }
            return RefusedAnswer.to(client);
        }
    }

    private void handle(HttpServerRequest request) {
        handled.incrementAndGet();
        if (request.path().equals("/later")) {
            request.pause();
            vertx.setTimer(2 * PATIENCE_MILLIS, later -> answerItsLength(request));
        } else {
            answerItsLength(request);
        }
    }

    private static void answerItsLength(HttpServerRequest request) {
        request.body().onSuccess(body -> request.response().end(Integer.toString(body.length())));
        request.resume();
    }
}
