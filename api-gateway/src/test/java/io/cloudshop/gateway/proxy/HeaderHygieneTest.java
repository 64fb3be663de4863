package io.cloudshop.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@GatewayTest
class HeaderHygieneTest {

    private static final String TOKEN = "Authorization: Bearer " + TestTokens.customer(Ids.next());

    @BeforeEach
    void forgetRequests() {
        Upstreams.forgetRequests();
    }

    @Test
    void headers_of_one_connection_do_not_pass_to_the_next() throws Exception {
        RawClient.exchange("GET /api/v1/cart HTTP/1.1\r\nHost: gateway\r\n" + TOKEN
                + "\r\nConnection: close\r\nConnection: X-Hop, authorization\r\nX-Hop: 1\r\nKeep-Alive: timeout=5\r\nTE: trailers\r\n"
                + "Upgrade: websocket\r\nProxy-Authorization: Basic eA==\r\nProxy-Connection: close\r\n"
                + "HTTP2-Settings: AAMAAABkAAQAAP__\r\nX-Kept: 1\r\n\r\n");

        assertThat(headSeenUpstream())
                .contains("x-kept: 1", "authorization: bearer")
                .doesNotContain("x-hop", "keep-alive:", "\nte:", "upgrade", "proxy-", "http2-settings", "close");
    }

    @Test
    void the_gateway_says_where_a_request_came_from_and_a_client_cannot() throws Exception {
        RawClient.request(
                "GET",
                "/api/v1/cart",
                TOKEN,
                "X-Forwarded-For: 6.6.6.6",
                "X-Forwarded-For: 6.6.6.7",
                "X-Forwarded-Proto: https",
                "X-Forwarded-Host: evil.example",
                "X-Forwarded-Port: 666",
                "X-Forwarded-Prefix: /evil",
                "X-Real-IP: 6.6.6.6",
                "Forwarded: for=6.6.6.6",
                "X-Original-URL: /api/v1/reservations",
                "X-HTTP-Method-Override: DELETE");

        assertThat(headSeenUpstream())
                .containsOnlyOnce("x-forwarded-for: 127.0.0.1\r\n")
                .containsOnlyOnce("x-forwarded-proto: http\r\n")
                .containsOnlyOnce("x-forwarded-host: gateway")
                .doesNotContain("6.6.6", "evil", "666", "\nforwarded:", "x-real-ip", "x-original-url", "override");
    }

    @Test
    void a_trace_goes_on() throws Exception {
        String trace = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        RawClient.request("GET", "/api/v1/cart", TOKEN, trace, "tracestate: vendor=1");

        assertThat(headSeenUpstream()).contains(trace, "tracestate: vendor=1");
    }

    @Test
    void a_sane_request_id_is_taken_over_on_both_sides_once() throws Exception {
        answersWith("X-Request-Id: of-the-upstream");

        String answer = RawClient.request("GET", "/api/v1/cart", TOKEN, "X-Request-Id: Order.42_a-b");

        assertThat(headSeenUpstream()).containsOnlyOnce("x-request-id: order.42_a-b\r\n");
        assertThat(answer.toLowerCase(Locale.ROOT))
                .containsOnlyOnce("x-request-id")
                .contains("x-request-id: order.42_a-b\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Request-Id: two words", "X-Request-Id: <script>", "X-Nothing: 1"})
    void any_other_request_id_is_made_here(String header) throws Exception {
        String answer = RawClient.request("GET", "/api/v1/cart", TOKEN, header);

        assertThat(answer.toLowerCase(Locale.ROOT))
                .containsOnlyOnce("x-request-id")
                .containsPattern("x-request-id: [0-9a-f-]{36}\r\n");
        assertThat(headSeenUpstream()).containsPattern("x-request-id: [0-9a-f-]{36}\r\n");
    }

    @Test
    void an_answer_loses_what_is_not_for_the_client() throws Exception {
        answersWith(
                "Server: secret/1.0\r\nX-Powered-By: secret\r\nVia: 1.1 secret\r\nConnection: X-Hop\r\nX-Hop: secret"
                        + "\r\nKeep-Alive: timeout=5\r\nUpgrade: h2c\r\nProxy-Authenticate: Basic\r\nX-Kept: 1");

        String answer = RawClient.request("GET", "/api/v1/cart", TOKEN);

        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("x-kept: 1")
                .doesNotContain("secret", "keep-alive", "upgrade", "proxy-");
    }

    @Test
    void cookies_and_repeated_headers_pass_one_by_one() throws Exception {
        answersWith("Set-Cookie: a=1; HttpOnly\r\nSet-Cookie: b=2; Secure\r\nETag: \"7\"");

        String answer = RawClient.request("GET", "/api/v1/cart", TOKEN);

        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("set-cookie: a=1; httponly\r\n", "set-cookie: b=2; secure\r\n", "etag: \"7\"\r\n");
    }

    @Test
    void the_address_of_a_new_thing_does_not_name_the_service() throws Exception {
        answersWith("Location: " + Upstreams.ORDERS.url() + "/api/v1/orders/7?x=1");

        assertThat(RawClient.request("POST", "/api/v1/orders", TOKEN).toLowerCase(Locale.ROOT))
                .contains("location: /api/v1/orders/7?x=1\r\n");
    }

    @Test
    void a_redirect_to_elsewhere_stays_as_it_is() throws Exception {
        answersWith("Location: https://pay.example/3ds");

        assertThat(RawClient.request("POST", "/api/v1/orders", TOKEN).toLowerCase(Locale.ROOT))
                .contains("location: https://pay.example/3ds\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"204 No Content", "304 Not Modified"})
    void an_answer_without_a_body_keeps_its_shape(String status) throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write("HTTP/1.1 " + status + "\r\nETag: \"7\"\r\n\r\n");
        });

        String answer = RawClient.request("GET", "/api/v1/cart", TOKEN);

        assertThat(answer).startsWith("HTTP/1.1 " + status).endsWith("\r\n\r\n");
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("transfer-encoding");
    }

    @Test
    void the_answer_to_head_tells_the_length_and_nothing_more() throws Exception {
        Upstreams.ORDERS.does(connection -> {
            connection.write("HTTP/1.1 200 OK\r\nContent-Length: 42\r\n\r\n");
        });

        String answer = RawClient.request("HEAD", "/api/v1/orders/7", TOKEN);

        assertThat(answer.toLowerCase(Locale.ROOT))
                .contains("content-length: 42\r\n")
                .endsWith("\r\n\r\n");
    }

    private static void answersWith(String headers) {
        Upstreams.ORDERS.does(
                connection -> connection.write("HTTP/1.1 200 OK\r\n" + headers + "\r\nContent-Length: 2\r\n\r\nok"));
    }

    private static String headSeenUpstream() {
        assertThat(Upstreams.ORDERS.heads()).hasSize(1);
        return Upstreams.ORDERS.heads().getFirst().toLowerCase(Locale.ROOT);
    }
}
