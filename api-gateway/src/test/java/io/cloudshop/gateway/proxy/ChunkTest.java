package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chunks that two readers could count in two ways (RFC 9112, section 7.1) must not be where the one finds another request. */
@GatewayTest
class ChunkTest {

    private static final String TOKEN = "Host: shop\r\nAuthorization: Bearer " + TestTokens.admin() + "\r\n";
    private static final String POST =
            "POST /api/v1/orders HTTP/1.1\r\n" + TOKEN + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String SMUGGLED = "GET /api/v1/cart HTTP/1.1\r\n" + TOKEN + "\r\n";

    private final AtomicReference<String> received = new AtomicReference<>();

    @BeforeEach
    void theUpstreamReadsAllThatComes() {
        Upstreams.ORDERS.does(connection -> received.set(connection.readAll()));
    }

    @AfterEach
    void theUpstreamAnswers() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1\r\nx\r\n0\r\n\r\n",
                "+1\r\nx\r\n0\r\n\r\n",
                "0x1\r\nx\r\n0\r\n\r\n",
                "g\r\nx\r\n0\r\n\r\n",
                "\r\n0\r\n\r\n",
                ";x=1\r\nx\r\n0\r\n\r\n",
                "80000000\r\nx\r\n0\r\n\r\n",
                "100000001\r\nx\r\n0\r\n\r\n",
                "8000000000000001\r\nx\r\n0\r\n\r\n",
                "10000000000000001\r\nx\r\n0\r\n\r\n",
                "1\nx\n0\n\n",
                "1\r\nx\n0\r\n\r\n",
                "1\rx\r0\r\r",
                "2\r\nx\r\n0\r\n\r\n",
                "0\n\r\n",
                "1;a=\nx\r\nx\r\n0\r\n\r\n",
                "0\r\nContent-Length : 5\r\n\r\n"
            })
    void chunks_in_doubt_are_refused_and_the_upstream_gets_no_end_of_them(String chunks) throws Exception {
        try (RawClient client = RawClient.connect()) {
            String answer = client.write(POST + chunks + SMUGGLED).readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
            assertThat(answer.split("HTTP/1.1 ")).hasSize(2);
        }
        nothingMoreCame();
    }

    /** The second is no extension, but Netty ends the size at the space; the upstream gets chunks of our own anyway. */
    @ParameterizedTest
    @ValueSource(strings = {"1;name=\"value\"", "1 1", "01"})
    void what_a_client_writes_around_its_chunks_does_not_pass(String size) throws Exception {
        Upstreams.ORDERS.does(connection -> {
            received.set(connection.read("1\r\nx\r\n0\r\n\r\n".length()));
            RawUpstream.ANSWERS.serve(connection);
        });
        try (RawClient client = RawClient.connect()) {
            client.write(POST + size + "\r\nx\r\n0\r\nX-Trailer: 1\r\n\r\n");

            assertThat(client.readUntil("orders")).startsWith("HTTP/1.1 200 ");
        }
        assertThat(received).hasValue("1\r\nx\r\n0\r\n\r\n");
    }

    @Test
    void extensions_cannot_be_endless() throws Exception {
        try (RawClient client = RawClient.connect()) {
            String answer = client.write(POST + "1;" + "x".repeat(100_000) + "\r\nx\r\n0\r\n\r\n")
                    .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
        }
        nothingMoreCame();
    }

    private void nothingMoreCame() {
        if (!Upstreams.ORDERS.heads().isEmpty()) {
            await().until(() -> received.get() != null);
            assertThat(received.get()).doesNotContain("0\r\n\r\n", "GET");
        }
        // A head of the case before may come late; what was smuggled would be another request than these.
        assertThat(Upstreams.ORDERS.heads()).allMatch(head -> head.startsWith("POST /api/v1/orders "));
    }
}
