package io.cloudshop.defaults.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Records a part of the requests, and of each all or nothing. A trace begins with a request: what a service asks its stores
 * for by itself, four times a second, is none. A stranger can name a trace, but cannot have it recorded. Thread-safe.
 */
@Singleton
public class RequestSampler implements Sampler {

    private final double ratio;
    private final boolean trustsCallers;

    RequestSampler(TraceSettings settings) {
        this.ratio = settings.ratio();
        this.trustsCallers = settings.trustCallers();
    }

    @Override
    public SamplingResult shouldSample(
            Context parentContext,
            String traceId,
            String name,
            SpanKind kind,
            Attributes attributes,
            List<LinkData> links) {
        SpanContext parent = Span.fromContext(parentContext).getSpanContext();
        boolean recorded = parent.isValid() && (trustsCallers || !parent.isRemote())
                ? parent.isSampled()
                : kind == SpanKind.SERVER && isChosen();
        return recorded ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    /** By chance, not by the trace's id: that may be a stranger's choice. */
    private boolean isChosen() {
        return ThreadLocalRandom.current().nextDouble() < ratio;
    }

    @Override
    public String getDescription() {
        return "RequestSampler{" + ratio + "}";
    }
}
