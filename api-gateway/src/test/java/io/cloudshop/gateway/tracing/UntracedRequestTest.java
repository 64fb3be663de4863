package io.cloudshop.gateway.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudshop.defaults.Ids;
import io.cloudshop.gateway.testing.GatewayTest;
import io.cloudshop.gateway.testing.Upstreams;
import io.cloudshop.testing.RawClient;
import io.cloudshop.testing.TestTokens;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.inject.Inject;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is recorded, and no trace begun, where nobody said where spans go. */
@GatewayTest
class UntracedRequestTest {

    @Inject
    Tracer tracer;

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
    void a_span_is_nothing() {
        assertThat(tracer.spanBuilder("GET")
                        .setSpanKind(SpanKind.SERVER)
                        .startSpan()
                        .getSpanContext()
                        .isValid())
                .isFalse();
    }
}
