package io.cloudshop.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Has the trace of an event go on with its delivery, in the terms of OpenTelemetry's conventions for messages. Thread-safe. */
@ApplicationScoped
class EventTraces {

    private static final String TRACEPARENT = "traceparent";
    private static final TextMapPropagator FORMAT = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<OutboxEvent> OF_EVENT = new TextMapGetter<>() {

        @Override
        public Iterable<String> keys(OutboxEvent event) {
            return List.of(TRACEPARENT);
        }

        @Override
        public String get(OutboxEvent event, String key) {
            return TRACEPARENT.equals(key) ? event.traceparent() : null;
        }
    };

    private final Tracer tracer;

    EventTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** The trace that this thread or context works in as a header writes it, null outside one. */
    static String current() {
        Map<String, String> headers = new HashMap<>();
        FORMAT.inject(Context.current(), headers, Map::put);
        return headers.get(TRACEPARENT);
    }

    /**
     * Runs a delivery within a span of each event's own trace. What the delivery calls belongs to the trace of the first that
     * is recorded: one call for many cannot belong to all.
     */
    void continueIn(List<OutboxEvent> events, Runnable delivery) {
        List<Span> spans = events.stream()
                .filter(event -> event.traceparent() != null)
                .map(this::begin)
                .filter(Span::isRecording)
                .toList();
        try (Scope scope = spans.isEmpty() ? Scope.noop() : spans.getFirst().makeCurrent()) {
            delivery.run();
        } catch (Throwable failure) {
            spans.forEach(span -> span.setStatus(StatusCode.ERROR));
            throw failure;
        } finally {
            spans.forEach(Span::end);
        }
    }

    private Span begin(OutboxEvent event) {
        return tracer.spanBuilder("deliver " + event.type())
                .setParent(FORMAT.extract(Context.root(), event, OF_EVENT))
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "outbox")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.operation.name", "deliver")
                .setAttribute("messaging.destination.name", event.type())
                .setAttribute("messaging.message.id", String.valueOf(event.id()))
                .startSpan();
    }
}
