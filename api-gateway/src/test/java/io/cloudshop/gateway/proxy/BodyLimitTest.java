package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.OpenRequests;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class BodyLimitTest {

    @Inject
    OpenRequests requests;

    private static final String HEAD =
            " HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer " + TestTokens.admin() + "\r\n";
    private static final int MEBIBYTE = 1024 * 1024;
    private static final String CHUNKED = "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String END = "0\r\n\r\n";
    private static final String CHUNK = "10000\r\n" + "x".repeat(0x10000) + "\r\n";

    @BeforeEach
    void forgetRequests() {
        Upstreams.forgetRequests();
    }

    @AfterEach
    void everyRequestIsDone() {
        Upstreams.ORDERS.does(RawUpstream.ANSWERS);
        await().untilAsserted(() -> assertThat(requests.count()).isZero());
    }

    @Test
    void a_body_announced_as_too_large_is_refused_before_it_is_sent() throws Exception {
        try (RawClient client = RawClient.connect()) {
            client.write("POST /api/v1/orders" + HEAD + "Content-Length: " + (MEBIBYTE + 1) + "\r\n\r\n");

            assertThat(client.readUntil("}")).startsWith("HTTP/1.1 413 ").contains("/problems/too-large");
        }
        assertThat(Upstreams.requests()).isZero();
    }

    @Test
    void a_client_that_waits_to_continue_is_told_at_once_that_it_is_too_much() throws Exception {
        String answer = RawClient.exchange(
                "POST /api/v1/orders" + HEAD + "Expect: 100-continue\r\nContent-Length: 99999999\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("connection: close");
        assertThat(Upstreams.requests()).isZero();
    }

    @Test
    void a_client_that_sends_a_body_that_is_too_large_gets_to_see_the_answer() throws Exception {
        String answer = RawClient.exchange("POST /api/v1/orders" + HEAD + "Content-Length: " + (2 * MEBIBYTE)
                + "\r\n\r\n" + "x".repeat(2 * MEBIBYTE));

        assertThat(answer).startsWith("HTTP/1.1 413 ").endsWith("}");
    }

    @Test
    void a_chunked_body_is_counted_on_its_way() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.readToEnd();
        });

        String answer = RawClient.exchange(
                "POST /api/v1/orders" + HEAD + "Transfer-Encoding: chunked\r\n\r\n" + CHUNK.repeat(17) + "0\r\n\r\n");

        assertThat(answer)
                .startsWith("HTTP/1.1 413 ")
                .contains("application/problem+json", "/problems/too-large")
                .endsWith("}");
    }

    @Test
    void a_body_of_exactly_the_limit_passes_in_both_framings() throws Exception {
        String declared = RawClient.exchange("POST /api/v1/products" + HEAD + "Connection: close\r\nContent-Length: "
                + MEBIBYTE + "\r\n\r\n" + "x".repeat(MEBIBYTE));
        String chunked = RawClient.exchange("POST /api/v1/products" + HEAD
                + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n" + CHUNK.repeat(16) + "0\r\n\r\n");

        assertThat(declared).startsWith("HTTP/1.1 200 ");
        assertThat(chunked).startsWith("HTTP/1.1 200 ");
        assertThat(Upstreams.PRODUCTS.getAllServeEvents())
                .allSatisfy(event -> assertThat(event.getRequest().getBody()).hasSize(MEBIBYTE));
    }

    @Test
    void only_an_import_and_a_picture_may_be_larger() throws Exception {
        String body = CHUNKED + CHUNK.repeat(40) + END;

        assertThat(RawClient.exchange("POST /api/v1/products/import" + HEAD + body))
                .startsWith("HTTP/1.1 200 ");
        assertThat(RawClient.exchange("PUT /api/v1/products/import" + HEAD + body))
                .startsWith("HTTP/1.1 413 ");
        assertThat(RawClient.exchange("POST /api/v1/products/7/picture" + HEAD + body))
                .startsWith("HTTP/1.1 200 ");
        assertThat(RawClient.exchange("POST /api/v1/products/7/picture" + HEAD + CHUNKED + CHUNK.repeat(81) + END))
                .startsWith("HTTP/1.1 413 ");
    }

    @Test
    void a_connection_stays_usable_after_a_refused_request_with_a_small_body() throws Exception {
        try (RawClient client = RawClient.connect()) {
            client.write("POST /api/v1/nowhere" + HEAD + "Content-Length: 5\r\n\r\nhello");
            assertThat(client.readUntil("}")).startsWith("HTTP/1.1 404 ");

            client.write("GET /api/v1/categories" + HEAD + "Connection: close\r\n\r\n");

            assertThat(client.readToEnd()).startsWith("HTTP/1.1 200 ");
        }
    }

    @Test
    void an_unknown_transfer_coding_is_refused() throws Exception {
        String answer = RawClient.exchange("POST /api/v1/orders" + HEAD
                + "Connection: close\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(Upstreams.requests()).isZero();
    }
}
