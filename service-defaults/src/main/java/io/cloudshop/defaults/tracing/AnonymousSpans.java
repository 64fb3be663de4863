package io.cloudshop.defaults.tracing;

import static io.opentelemetry.api.common.AttributeKey.stringKey;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/** Takes out of spans who asked, and what for beyond the path: queries hold names and e-mail addresses. Thread-safe. */
@Singleton
public class AnonymousSpans implements SpanProcessor {

    /** As the semantic conventions have it; an attribute that is set cannot be removed. */
    private static final String REDACTED = "REDACTED";

    private static final List<AttributeKey<String>> PERSONAL =
            List.of(stringKey("url.query"), stringKey("client.address"), stringKey("user_agent.original"));
    private static final AttributeKey<String> ADDRESS = stringKey("url.full");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> key : PERSONAL) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, REDACTED);
            }
        }
        String address = span.getAttribute(ADDRESS);
        if (address != null && address.indexOf('?') >= 0) {
            span.setAttribute(ADDRESS, address.substring(0, address.indexOf('?') + 1) + REDACTED);
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // nothing to do: the exporter's processor takes it
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
