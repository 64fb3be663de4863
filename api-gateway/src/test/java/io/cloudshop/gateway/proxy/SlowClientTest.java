package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.RefusedAnswer;
import io.cloudshop.testing.TestTokens;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Slow loris: whoever sends a byte now and then is told after a while, and keeps nobody else waiting. */
@GatewayTest
class SlowClientTest {

    private static final String HEAD =
            " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + TestTokens.admin() + "\r\n";
    private static final int CROWD = 200;

    private final List<RawClient> clients = new ArrayList<>();

    @BeforeEach
    void allIsWell() {
        await().until(SlowClientTest::othersAreServed);
    }

    @AfterEach
    void allLeave() throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
    }

    @Test
    void a_crowd_that_never_ends_its_heads_is_sent_away_and_holds_up_nobody() throws Exception {
        for (int i = 0; i < CROWD; i++) {
            clients.add(RawClient.connect().write("GET /api/v1/products HTTP/1.1\r\nHost: gateway\r\nX-Slow: "));
        }

        othersAreServedWhileTheyTrickle();

        for (RawClient client : clients) {
            RefusedAnswer.to(client).isAProblem(408, "request-timeout");
        }
    }

    @Test
    void a_body_that_trickles_is_refused_and_the_upstream_is_free_again() throws Exception {
        CompletableFuture<Void> isFree = new CompletableFuture<>();
        Upstreams.ORDERS.does(connection -> {
            connection.readToEnd();
            isFree.complete(null);
        });
        clients.add(RawClient.connect().write("POST /api/v1/orders" + HEAD + "Content-Length: 1000\r\n\r\n{"));

        othersAreServedWhileTheyTrickle();

        RefusedAnswer.to(clients.getFirst()).isAProblem(408, "request-timeout");
        isFree.get(2, TimeUnit.SECONDS);
    }

    /** Until the first of the clients has an answer. */
    private void othersAreServedWhileTheyTrickle() throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(10));
        while (!clients.getFirst().hasAnswer()) {
            assertThat(Instant.now()).isBefore(end);
            for (RawClient client : clients) {
                client.write("x");
            }
            assertThat(othersAreServed()).isTrue();
            Thread.sleep(200);
        }
    }

    private static boolean othersAreServed() throws IOException {
        return RawClient.request("GET", "/api/v1/products").startsWith("HTTP/1.1 200 ");
    }
}
