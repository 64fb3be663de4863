package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.OpenRequests;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who asks for much and does not read it, or a byte now and then, gives the service back after the idle timeout. */
@GatewayTest
@TestProfile(SlowReaderTest.Impatient.class)
class SlowReaderTest {

    private static final String REQUEST = "GET /api/v1/orders/7 HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer "
            + TestTokens.admin() + "\r\n\r\n";
    private static final String CHUNK = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

    @TestHTTPResource
    URL gateway;

    @Inject
    OpenRequests requests;

    private CompletableFuture<Void> upstreamIsFree;

    @BeforeEach
    void theUpstreamNeverEnds() {
        await().until(SlowReaderTest::othersAreServed);
        upstreamIsFree = new CompletableFuture<>();
        Upstreams.ORDERS.does(connection -> {
            try {
                connection.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                while (true) {
                    connection.write(CHUNK);
                }
            } finally {
                upstreamIsFree.complete(null);
            }
        });
    }

    @AfterEach
    void theUpstreamAnswers() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
    }

    @Test
    void an_answer_that_nobody_reads_ends() throws IOException {
        try (Socket client = whoAsks()) {
            othersAreServedUntilTheUpstreamIsFree();
            assertThat(client.isClosed()).isFalse();
        }
    }

    @Test
    void an_answer_that_is_read_byte_by_byte_ends() throws Exception {
        try (Socket client = whoAsks()) {
            Thread reader = Thread.ofVirtual().start(() -> sip(client));
            othersAreServedUntilTheUpstreamIsFree();
            reader.interrupt();
        }
    }

    private Socket whoAsks() throws IOException {
        Socket client = new Socket();
        client.setReceiveBufferSize(4096);
        client.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
        client.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private static void sip(Socket client) {
        try {
            while (client.getInputStream().read() >= 0) {
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException ended) {
            // that is what the test waits for
        }
    }

    private void othersAreServedUntilTheUpstreamIsFree() {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    assertThat(othersAreServed()).isTrue();
                    return upstreamIsFree.isDone();
                });
        await().untilAsserted(() -> assertThat(requests.count()).isZero());
    }

    private static boolean othersAreServed() throws IOException {
        return RawClient.request("GET", "/api/v1/products").startsWith("HTTP/1.1 200 ");
    }

    public static class Impatient implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.idle-timeout", "2s");
        }
    }
}
