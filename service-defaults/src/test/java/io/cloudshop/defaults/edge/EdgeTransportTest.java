package io.cloudshop.defaults.edge;

import io.cloudshop.testing.HostileRequest;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.RefusedAnswer;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxBuilder;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeTransportTest {

    private final Vertx vertx = new VertxBuilder().init().vertx();
    private final AtomicInteger handled = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_is_no_request_is_answered_by_every_server_and_seen_by_no_handler(boolean alsoHttp2) throws Exception {
        URI server = start(alsoHttp2);

        SoftAssertions softly = new SoftAssertions();
        for (HostileRequest request : HostileRequest.to("/here")) {
            if (!alsoHttp2 || !request.bytes().startsWith("PRI ")) {
                softly.assertThatCode(() -> RefusedAnswer.to(request, server).isTheProblemOf(request))
                        .as(request.what())
                        .doesNotThrowAnyException();
            }
        }

        softly.assertAll();
        Assertions.assertThat(handled).hasValue(0);
    }

    @Test
    void an_answer_that_has_begun_is_cut_off_and_not_followed_by_a_second_one() throws Exception {
        URI server = start(false);

        try (RawClient client = RawClient.connect(server)) {
            client.write("POST /begun HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n");
            String begun = client.readUntil("begun");
            String rest = client.write("zz\r\n").readToEnd();

            Assertions.assertThat(begun).startsWith("HTTP/1.1 200 ");
            Assertions.assertThat(rest).doesNotContain("HTTP/1.1", "problem");
        }
    }

    private URI start(boolean alsoHttp2) throws Exception {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(alsoHttp2))
                .requestHandler(request -> {
                    handled.incrementAndGet();
                    if (request.path().equals("/begun")) {
                        request.response().setChunked(true).write("begun");
                    } else {
                        request.response().end("ok");
                    }
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }
}
