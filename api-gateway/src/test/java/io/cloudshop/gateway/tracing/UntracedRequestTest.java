package io.cloudshop.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No trace is begun, and none changed, where nobody said where spans go. */
@GatewayTest
class UntracedRequestTest {

    @BeforeEach
    void forgetRequests() {
        Upstreams.forgetRequests();
    }

    @Test
    void no_trace_is_begun() throws Exception {
        RawClient.request("GET", "/api/v1/cart", "Authorization: Bearer " + TestTokens.customer(Ids.next()));

        assertThat(Upstreams.ORDERS.heads().getFirst().toLowerCase(Locale.ROOT)).doesNotContain("traceparent");
    }

    @Test
    void a_trace_that_a_stranger_names_is_handed_on_as_it_came() throws Exception {
        String traceparent = "traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        RawClient.request(
                "GET", "/api/v1/cart", "Authorization: Bearer " + TestTokens.customer(Ids.next()), traceparent);

        assertThat(Upstreams.ORDERS.heads().getFirst()).containsOnlyOnce(traceparent + "\r\n");
    }
}
