package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.OpenRequests;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class UpstreamFailureTest {

    @Inject
    OpenRequests requests;

    private static final String TOKEN = "Authorization: Bearer " + TestTokens.customer(Ids.next());
    private static final String HEAD = " HTTP/1.1\r\nHost: gateway\r\n" + TOKEN + "\r\n\r\n";
    private static final String LAST = " HTTP/1.1\r\nHost: gateway\r\n" + TOKEN + "\r\nConnection: close\r\n\r\n";

    @AfterEach
    void everyRequestIsDone() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
        await().untilAsserted(() -> assertThat(requests.count()).isZero());
    }

    @Test
    void an_upstream_that_refuses_is_unavailable_and_worth_a_retry() throws Exception {
        Upstreams.ORDERS.does(RawUpstream.Connection::close);
        Upstreams.ORDERS.stop();

        String answer = RawClient.request("GET", "/api/v1/orders/7", TOKEN);
        Upstreams.ORDERS.start();

        assertThat(answer)
                .startsWith("HTTP/1.1 503 ")
                .contains(
                        "application/problem+json",
                        "/problems/upstream-unavailable",
                        "\"instance\":\"/api/v1/orders/7\"")
                .containsIgnoringCase("\r\nretry-after: 2\r\n");
    }

    @Test
    void an_upstream_that_resets_before_its_answer_is_unavailable() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.reset();
        });

        assertThat(RawClient.request("POST", "/api/v1/orders", TOKEN))
                .startsWith("HTTP/1.1 503 ")
                .contains("upstream-unavailable");
    }

    @Test
    void an_upstream_that_does_not_speak_http_is_unavailable() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write("220 smtp.example ESMTP\r\n\r\n");
            connection.readToEnd();
        });

        assertThat(RawClient.request("POST", "/api/v1/orders", TOKEN))
                .startsWith("HTTP/1.1 503 ")
                .contains("upstream-unavailable");
    }

    @Test
    void an_upstream_that_does_not_answer_in_time_is_a_timeout() throws Exception {
        hangs();

        assertThat(RawClient.request("GET", "/api/v1/orders/7", TOKEN))
                .startsWith("HTTP/1.1 504 ")
                .contains("application/problem+json", "/problems/upstream-timeout");
    }

    @Test
    void a_checkout_is_given_more_time() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            Thread.sleep(1_000);
            connection.write("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok");
        });

        assertThat(RawClient.request("POST", "/api/v1/orders", TOKEN)).startsWith("HTTP/1.1 201 ");
        assertThat(RawClient.request("POST", "/api/v1/orders/7/cancel", TOKEN)).startsWith("HTTP/1.1 504 ");
    }

    @Test
    void a_slow_client_does_not_make_a_slow_upstream() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n" + connection.read(2));
        });

        try (RawClient client = RawClient.connect()) {
            client.write("PUT /api/v1/cart/items/7 HTTP/1.1\r\nHost: gateway\r\n" + TOKEN
                    + "\r\nConnection: close\r\nContent-Length: 2\r\n\r\na");
            Thread.sleep(1_200);
            client.write("b");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("ab");
        }
    }

    @Test
    void a_read_that_met_a_stale_connection_is_sent_once_more_on_a_new_one() throws Exception {
        try (RawClient client = RawClient.connect()) {
            AtomicInteger connections = leavingAConnectionThatClosesAtItsSecondRequest(client);

            client.write("GET /api/v1/cart" + LAST);

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ");
            assertThat(connections).hasValue(2);
            assertThat(Upstreams.ORDERS.heads()).hasSize(3);
        }
    }

    @Test
    void a_write_is_never_sent_twice() throws Exception {
        try (RawClient client = RawClient.connect()) {
            leavingAConnectionThatClosesAtItsSecondRequest(client);

            client.write("POST /api/v1/orders" + LAST);

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 503 ");
            assertThat(Upstreams.ORDERS.heads()).hasSize(2);
        }
    }

    @Test
    void a_read_is_not_sent_a_third_time() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.reset();
        });

        assertThat(RawClient.request("GET", "/api/v1/cart", TOKEN)).startsWith("HTTP/1.1 503 ");
        assertThat(Upstreams.ORDERS.heads()).hasSize(2);
    }

    private static void hangs() {
        Upstreams.ORDERS.does(connection -> {
            connection.readToEnd();
        });
    }

    /** In the pool of the client's event loop, which has no other one. */
    private static AtomicInteger leavingAConnectionThatClosesAtItsSecondRequest(RawClient client) throws Exception {
        closingWhatEarlierTestsHaveLeft(client);
        AtomicInteger connections = new AtomicInteger();
        Upstreams.ORDERS.does(connection -> {
            if (connection.requests() == 1) {
                connections.incrementAndGet();
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
            } else {
                connection.close();
            }
        });
        client.write("GET /api/v1/cart" + HEAD).readUntil("\r\n\r\nok");
        // It goes back a moment after the answer has left, and nothing tells when.
        TimeUnit.MILLISECONDS.sleep(100);
        return connections;
    }

    private static void closingWhatEarlierTestsHaveLeft(RawClient client) throws Exception {
        AtomicBoolean isNew = new AtomicBoolean();
        Upstreams.ORDERS.does(connection -> {
            isNew.set(connection.requests() == 1);
            connection.close();
        });
        do {
            client.write("POST /api/v1/cart" + HEAD).readUntil("}");
        } while (!isNew.get());
    }
}
