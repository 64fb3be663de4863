package io.cloudshop.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.RawUpstream;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.EdgeContract;
import io.cloudshop.testing.HostileRequest;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.RefusedAnswer;
import io.cloudshop.testing.TestTokens;
import org.junit.jupiter.api.Test;

@GatewayTest
class EdgeTest extends EdgeContract {

    @Override
    protected String path() {
        return "/api/v1/products";
    }

    @Override
    protected void alsoHas(RefusedAnswer answer) {
        assertThat(answer.head())
                .containsIgnoringCase("\r\nX-Frame-Options: DENY\r\n")
                .containsIgnoringCase("\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n")
                .containsIgnoringCase("\r\nReferrer-Policy: no-referrer\r\n")
                .containsIgnoringCase("\r\nCache-Control: no-store\r\n")
                .containsIgnoringCase("\r\nVary: Origin\r\n");
    }

    @Test
    void nothing_of_a_refused_request_or_of_what_follows_it_reaches_a_service() throws Exception {
        String authorization = "Host: shop\r\nAuthorization: Bearer " + TestTokens.admin() + "\r\n";
        Upstreams.forgetRequests();

        for (HostileRequest request : HostileRequest.to("/api/v1/orders")) {
            String signedIn = request.bytes().replace("Host: shop\r\n", authorization);
            String followed = signedIn + "GET /api/v1/cart HTTP/1.1\r\n" + authorization + "\r\n";
            try (RawClient client = RawClient.connect()) {
                client.write(followed).readToEnd();
            }
        }

        assertThat(Upstreams.requests()).isZero();
    }

    @Test
    void a_body_whose_chunks_are_broken_is_told_and_the_upstream_gets_no_end_of_it() throws Exception {
        Upstreams.ORDERS.does(connection -> connection.readToEnd());
        try (RawClient client = RawClient.connect()) {
            String answer = client.write("POST /api/v1/orders HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer "
                            + TestTokens.admin() + "\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhello\r\n0\r\n\r\n")
                    .readToEnd();

            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("/problems/malformed");
        } finally {
            Upstreams.ORDERS.does(RawUpstream.ANSWERS);
        }
    }

    @Test
    void a_page_of_the_shop_can_read_the_refusal() throws Exception {
        String request = "GET /api/v1/products?q=100% HTTP/1.1\r\nHost: shop\r\nOrigin: http://localhost:3000\r\n\r\n";
        try (RawClient client = RawClient.connect()) {
            assertThat(client.write(request).readToEnd())
                    .startsWith("HTTP/1.1 400 ")
                    .containsIgnoringCase("\r\nAccess-Control-Allow-Origin: http://localhost:3000\r\n");
        }
    }
}
