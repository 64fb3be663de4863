package io.cloudshop.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cloudshop.testing.CollectedSpan;
import io.cloudshop.testing.Traced;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The trace of an event goes on with its delivery, however many are delivered together. */
@QuarkusTest
@WithTestResource(value = Traced.class, scope = TestResourceScope.RESTRICTED_TO_CLASS)
class EventTracesTest extends OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Tracer tracer;

    @Inject
    Outbox outbox;

    @Test
    void a_delivery_is_a_part_of_what_made_the_event() {
        SpanContext request = givenEventOfARequest("Ordered");

        givenRelays(1);

        CollectedSpan delivery = deliveryIn(request);
        assertThat(delivery.name()).isEqualTo("deliver Ordered");
        assertThat(delivery.kind()).isEqualTo("CONSUMER");
        assertThat(delivery.parentId()).isEqualTo(request.getSpanId());
        assertThat(delivery.failed()).isFalse();
        assertThat(delivery.attributes())
                .containsAllEntriesOf(Map.of(
                        "messaging.system", "outbox",
                        "messaging.operation.type", "process",
                        "messaging.operation.name", "deliver",
                        "messaging.destination.name", "Ordered",
                        "messaging.message.id", String.valueOf(deliveredIds().getFirst())));
    }

    @Test
    void of_events_that_are_delivered_together_each_stays_in_its_own_trace() {
        List<SpanContext> requests = List.of(givenEventOfARequest("Ordered"), givenEventOfARequest("Paid"));

        givenRelays(1);

        assertThat(requests)
                .allSatisfy(
                        request -> assertThat(deliveryIn(request).parentId()).isEqualTo(request.getSpanId()));
        assertThat(courier.calls()).isEqualTo(1);
    }

    @Test
    void what_the_destination_is_asked_for_is_a_part_of_the_delivery() {
        SpanContext request = givenEventOfARequest("Ordered");
        courier.before(event -> tracer.spanBuilder("send")
                .setSpanKind(SpanKind.CLIENT)
                .startSpan()
                .end());

        givenRelays(1);

        CollectedSpan delivery = deliveryIn(request);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(spansOf(request))
                .filteredOn(span -> span.name().equals("send"))
                .singleElement()
                .matches(span -> span.isChildOf(delivery)));
    }

    @Test
    void a_delivery_that_failed_says_so() {
        SpanContext request = givenEventOfARequest("Ordered");
        courier.before(event -> {
            throw new IllegalStateException("refused");
        });

        givenRelays(1);

        assertThat(deliveryIn(request).failed()).isTrue();
    }

    @Test
    void an_event_of_no_trace_is_delivered_like_any_other() {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(UUID.randomUUID(), "Ordered", Map.of()));
        assertThat(text("SELECT traceparent FROM outbox_event")).isNull();

        givenRelays(1);

        thenEmpty();
        assertThat(courier.delivered()).hasSize(1);
    }

    /** Appended within a request that is recorded; gives the request's span. */
    private SpanContext givenEventOfARequest(String type) {
        Span request = tracer.spanBuilder("POST")
                .setParent(Context.root())
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        try (Scope current = request.makeCurrent()) {
            QuarkusTransaction.requiringNew().run(() -> outbox.append(UUID.randomUUID(), type, Map.of()));
        } finally {
            request.end();
        }
        return request.getSpanContext();
    }

    private static CollectedSpan deliveryIn(SpanContext request) {
        return await().atMost(PATIENCE)
                .until(
                        () -> spansOf(request).stream()
                                .filter(span -> span.name().startsWith("deliver"))
                                .findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private static List<CollectedSpan> spansOf(SpanContext request) {
        return Traced.collector().trace(request.getTraceId());
    }
}
