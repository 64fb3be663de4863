package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing here speaks another protocol: who asks for one gets HTTP (RFC 9110, section 7.8), and never a tunnel. */
@GatewayTest
class UpgradeTest {

    private static final String HEAD =
            " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + TestTokens.customer(Ids.next()) + "\r\n";
    private static final String WEBSOCKET = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    private static final String H2C =
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";

    @AfterEach
    void theUpstreamAnswers() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBSOCKET, H2C})
    void who_asks_for_another_protocol_gets_http_and_so_does_what_follows(String upgrade) throws Exception {
        Upstreams.forgetRequests();
        try (RawClient client = RawClient.connect()) {
            client.write("GET /api/v1/orders/7/events" + HEAD + upgrade);
            assertThat(client.readUntil("orders")).startsWith("HTTP/1.1 200 ");

            client.write("GET /api/v1/cart" + HEAD + "\r\n");
            assertThat(client.readUntil("orders")).startsWith("HTTP/1.1 200 ");
        }
        assertThat(Upstreams.ORDERS.heads()).hasSize(2).allSatisfy(head -> assertThat(head)
                .doesNotContainIgnoringCase("upgrade:")
                .doesNotContainIgnoringCase("connection: upgrade"));
    }

    @Test
    void an_upstream_that_changes_the_protocol_unasked_gets_no_tunnel() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
            connection.readToEnd();
        });
        try (RawClient client = RawClient.connect()) {
            String answer = client.write("GET /api/v1/orders/7" + HEAD + "Connection: close\r\n\r\n")
                    .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 50").contains("application/problem+json");
        }
    }
}
