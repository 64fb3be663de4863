package io.cloudshop.gateway.proxy;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.List;

/** The headers of a request as a service gets them. */
final class RequestHeaders {

    /** What a client could use to pretend to be a proxy, or to be asking for something else than it seems to. */
    private static final List<String> FORGEABLE = List.of(
            "Forwarded",
            "X-Real-IP",
            "X-Client-IP",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method",
            "X-HTTP-Method-Override",
            "X-Method-Override",
            "Proxy");

    /** Where the request is traced, the client adds these as they are behind us, and does not look whether they are there. */
    private static final List<String> TRACE = List.of("traceparent", "tracestate");

    private RequestHeaders() {}

    /**
     * Removes what must not pass and says where the request came from. The scheme and host are the connection's, or those
     * that a trusted proxy told ({@code quarkus.http.proxy.*}).
     */
    static void rewrite(MultiMap headers, HttpServerRequest request, String client) {
        HopByHop.remove(headers);
        headers.remove("Expect");
        FORGEABLE.forEach(headers::remove);
        List.copyOf(headers.names()).stream()
                .filter(name -> name.regionMatches(true, 0, "X-Forwarded-", 0, "X-Forwarded-".length()))
                .forEach(headers::remove);
        if (Span.current().getSpanContext().isValid()) {
            TRACE.forEach(headers::remove);
        }
        headers.set("X-Forwarded-For", client);
        headers.set("X-Forwarded-Proto", request.scheme());
        HostAndPort authority = request.authority();
        if (authority != null) {
            headers.set("X-Forwarded-Host", authority.toString());
        }
    }
}
