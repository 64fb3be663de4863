package io.cloudshop.testing;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span as a service sent it; ids in hexadecimal digits.
 *
 * @param parentId empty for the first of a trace
 * @param kind {@code SERVER}, {@code CLIENT}, {@code CONSUMER}, ...
 */
public record CollectedSpan(
        String service,
        String traceId,
        String id,
        String parentId,
        String name,
        String kind,
        boolean failed,
        Map<String, String> attributes) {

    static CollectedSpan of(String service, Span span) {
        return new CollectedSpan(
                service,
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getName(),
                kind(span.getKind()),
                span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR,
                attributes(span.getAttributesList()));
    }

    /** Whether it is a part of what the other one did. */
    public boolean isChildOf(CollectedSpan other) {
        return traceId.equals(other.traceId) && parentId.equals(other.id);
    }

    static Map<String, String> attributes(List<KeyValue> attributes) {
        return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, entry -> text(entry.getValue())));
    }

    private static String text(AnyValue value) {
        return value.hasIntValue() ? String.valueOf(value.getIntValue()) : value.getStringValue();
    }

    private static String kind(SpanKind kind) {
        return kind.name().substring("SPAN_KIND_".length());
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
