package io.cloudshop.gateway.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@GatewayTest
class HeadLimitsTest {

    @BeforeEach
    void forgetRequests() {
        Upstreams.forgetRequests();
    }

    @Test
    void an_address_that_is_too_long_is_refused_with_a_problem() throws Exception {
        String answer = RawClient.request("GET", "/api/v1/products?q=" + "x".repeat(8_000));

        assertThat(answer)
                .startsWith("HTTP/1.1 414 ")
                .contains("application/problem+json", "/problems/uri-too-long", "X-Request-Id");
        assertThat(Upstreams.requests()).isZero();
    }

    @Test
    void headers_that_are_too_large_are_refused_with_a_problem() throws Exception {
        String answer = RawClient.request("GET", "/api/v1/products", "Cookie: " + "x".repeat(40_000));

        assertThat(answer)
                .startsWith("HTTP/1.1 431 ")
                .contains("application/problem+json", "/problems/headers-too-large", "X-Request-Id");
        assertThat(Upstreams.requests()).isZero();
    }

    @Test
    void what_fits_passes() throws Exception {
        String answer =
                RawClient.request("GET", "/api/v1/products?q=" + "x".repeat(3_900), "Cookie: " + "x".repeat(15_000));

        assertThat(answer).startsWith("HTTP/1.1 200 ");
    }
}
