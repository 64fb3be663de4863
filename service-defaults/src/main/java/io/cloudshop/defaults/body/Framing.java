package io.cloudshop.defaults.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** How the body of a request is announced (RFC 9112, section 6). */
public final class Framing {

    public static final long UNKNOWN_LENGTH = -1;

    private Framing() {}

    /** The announced length in bytes: 0 without a body, {@link #UNKNOWN_LENGTH} for a chunked one. */
    public static long declaredLength(HttpServerRequest request) {
        if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
            return UNKNOWN_LENGTH;
        }
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null ? 0 : Long.parseLong(length);
    }

    /** Whether the client waits for 100 Continue before it sends the body. */
    public static boolean awaitsContinue(HttpServerRequest request) {
        return "100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT));
    }
}
