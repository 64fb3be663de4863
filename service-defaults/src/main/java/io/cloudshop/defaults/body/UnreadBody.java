package io.cloudshop.defaults.body;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/**
 * The rest of a body whose request is answered before it was read. A short rest is read and dropped. A long one is
 * dropped for a moment, so that a client in the middle of sending sees the answer and not a reset, then cut off.
 */
public final class UnreadBody {

    private static final long SHORT = 64 * 1024L;
    private static final long LINGER_MILLIS = 2_000;

    private UnreadBody() {}

    /** To be called just before the answer is written. */
    public static void discard(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            return;
        }
        // Over HTTP/2 the answer alone tells the client to stop, and the connection belongs to other requests too.
        if (request.version() != HttpVersion.HTTP_2 && mayBeLong(request)) {
            closeWhenRead(request, context.vertx());
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        request.handler(ignored -> {});
        request.resume();
    }

    /** A body that waits for 100 Continue counts too: nobody can tell whether it still comes. */
    private static boolean mayBeLong(HttpServerRequest request) {
        long length = Framing.declaredLength(request);
        return length == Framing.UNKNOWN_LENGTH || length > SHORT || (length > 0 && Framing.awaitsContinue(request));
    }

    private static void closeWhenRead(HttpServerRequest request, Vertx vertx) {
        long timer =
                vertx.setTimer(LINGER_MILLIS, tooLong -> request.connection().close());
        request.endHandler(read -> {
            vertx.cancelTimer(timer);
            request.connection().close();
        });
        request.exceptionHandler(gone -> vertx.cancelTimer(timer));
    }
}
