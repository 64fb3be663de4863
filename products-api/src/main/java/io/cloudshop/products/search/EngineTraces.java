package io.cloudshop.products.search;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/**
 * Has what a request asks the engine stand in its trace, in the terms of OpenTelemetry's conventions for databases, without
 * what was looked for. The engine's client, which is Apache's, has threads of its own and knows no trace. Thread-safe.
 */
@ApplicationScoped
class EngineTraces {

    private static final String SEARCH = "search";

    private final Tracer tracer;

    EngineTraces(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs a question, which may be several requests, within one span. */
    <T> T within(Supplier<T> question) {
        Span span = tracer.spanBuilder(SEARCH + " " + IndexAliases.LIVE)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("db.system.name", "opensearch")
                .setAttribute("db.operation.name", SEARCH)
                .setAttribute("db.collection.name", IndexAliases.LIVE)
                .startSpan();
        try (Scope scope = span.makeCurrent()) {
            return question.get();
        } catch (RuntimeException failure) {
            span.setStatus(StatusCode.ERROR);
            throw failure;
        } finally {
            span.end();
        }
    }
}
