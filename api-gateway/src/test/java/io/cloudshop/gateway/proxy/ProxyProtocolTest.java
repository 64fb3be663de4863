package io.cloudshop.gateway.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Behind a balancer that passes connections on and says whose they are, as in Compose. */
@GatewayTest
@TestProfile(ProxyProtocolTest.BehindABalancer.class)
class ProxyProtocolTest {

    private static final String PATH = "/api/v1/categories";
    private static final String REQUEST =
            "GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 6.6.6.6\r\nConnection: close\r\n\r\n";

    @TestHTTPResource
    URL gateway;

    @BeforeEach
    void categoriesAnswer() {
        Upstreams.forgetRequests();
        Upstreams.PRODUCTS.stubFor(WireMock.get(urlPathEqualTo(PATH)).willReturn(ok()));
    }

    @Test
    void a_service_hears_the_address_that_the_balancer_said_and_not_what_the_client_claims() throws IOException {
        String answer = answerTo("PROXY TCP4 203.0.113.7 127.0.0.1 55555 8080\r\n" + REQUEST);

        assertThat(answer).startsWith("HTTP/1.1 200");
        Upstreams.PRODUCTS.verify(
                getRequestedFor(urlPathEqualTo(PATH)).withHeader("X-Forwarded-For", equalTo("203.0.113.7")));
    }

    @Test
    void who_passes_by_the_balancer_is_not_served() throws IOException {
        assertThat(answerTo(REQUEST)).isEmpty();
        assertThat(Upstreams.requests()).isZero();
    }

    @Test
    void what_is_refused_is_refused_as_without_a_balancer() throws IOException {
        String answer = answerTo("PROXY TCP4 203.0.113.7 127.0.0.1 55555 8080\r\nGET " + PATH
                + " HTTP/1.1\r\nHost: one\r\nHost: two\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "/problems/malformed");
    }

    private String answerTo(String bytes) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** As docker-compose.yml sets it. */
    public static class BehindABalancer implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.proxy.use-proxy-protocol", "true");
        }
    }
}
