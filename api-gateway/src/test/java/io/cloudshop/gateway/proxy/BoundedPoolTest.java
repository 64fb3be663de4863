package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@GatewayTest
@TestProfile(BoundedPoolTest.OneConnection.class)
class BoundedPoolTest {

    private static final String HEAD = " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
            + TestTokens.customer(Ids.next()) + "\r\nConnection: close\r\n\r\n";

    private static final int A_WINDOW_OF_THE_CIRCUIT = 40;

    public static class OneConnection implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.vertx.event-loops-pool-size", "1",
                    "cloudshop.gateway.proxy.connections", "1",
                    "cloudshop.gateway.proxy.waiting-requests", "0",
                    "cloudshop.gateway.routing.response-timeout", "10s");
        }
    }

    @AfterEach
    void behaveAgain() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
    }

    @Test
    void more_than_the_pool_holds_is_refused_and_event_streams_have_a_pool_of_their_own() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Upstreams.ORDERS.does(connection -> {
            if (connection.head().contains("/slow")) {
                asked.countDown();
                release.await(10, TimeUnit.SECONDS);
            }
            RawUpstream.ANSWERS.serve(connection);
        });

        try (RawClient first = RawClient.connect()) {
            first.write("GET /api/v1/orders/slow" + HEAD);
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();

            assertThat(RawClient.exchange("GET /api/v1/orders/7" + HEAD))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("upstream-unavailable");
            assertThat(RawClient.exchange("GET /api/v1/orders/7/events" + HEAD)).startsWith("HTTP/1.1 200 ");

            release.countDown();
            assertThat(first.readToEnd()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_full_pool_is_no_reason_to_spare_the_upstream() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Upstreams.ORDERS.does(connection -> {
            if (connection.head().contains("/slow")) {
                asked.countDown();
                release.await(10, TimeUnit.SECONDS);
            }
            RawUpstream.ANSWERS.serve(connection);
        });

        try (RawClient first = RawClient.connect()) {
            first.write("GET /api/v1/orders/slow" + HEAD);
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            Callable<String> another = () -> RawClient.exchange("GET /api/v1/orders/7" + HEAD);
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                assertThat(threads.invokeAll(Collections.nCopies(A_WINDOW_OF_THE_CIRCUIT, another)))
                        .allMatch(answer -> answer.resultNow().startsWith("HTTP/1.1 503 "));
            }
            release.countDown();
            assertThat(first.readToEnd()).startsWith("HTTP/1.1 200 ");
        }

        assertThat(RawClient.exchange("GET /api/v1/orders/7" + HEAD)).startsWith("HTTP/1.1 200 ");
    }
}
