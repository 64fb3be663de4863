package io.cloudshop.gateway.proxy;

import io.quarkus.vertx.http.runtime.filters.AbstractResponseWrapper;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.core.http.impl.HttpServerRequestWrapper;

/**
 * A request whose answer is reset by closing its connection.
 *
 * <p>Vert.x' own reset of an HTTP/1 response marks it as closed first and so never tells its handlers that it ended;
 * Quarkus' graceful shutdown would count the request as running for ever.
 */
final class AbortableRequest extends HttpServerRequestWrapper {

    private final HttpServerResponse response;

    AbortableRequest(HttpServerRequest request) {
        super((HttpServerRequestInternal) request);
        this.response = new AbstractResponseWrapper(request.response()) {
            @Override
            public boolean reset(long code) {
                // Not inside the write that has just failed: Netty would give back what it writes twice, and warn of
                // it.
                context().runOnContext(later -> request.connection().close());
                return true;
            }

            @Override
            public boolean reset() {
                return reset(0);
            }
        };
    }

    @Override
    public HttpServerResponse response() {
        return response;
    }
}
