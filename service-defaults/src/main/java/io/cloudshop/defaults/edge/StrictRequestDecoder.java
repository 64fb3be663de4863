package io.cloudshop.defaults.edge;

import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.http.impl.headers.HeadersMultiMap;

/**
 * Vert.x' decoder, but a head that two readers could understand in two ways is an invalid message, as one that cannot be
 * read at all is. What follows an invalid message on the same connection is never decoded. One per connection.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private final HeadRules rules = new HeadRules();

    StrictRequestDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Asked when the head is complete and untouched, before the decoder settles how the body is framed. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        if (message instanceof HttpRequest request) {
            rules.check(request);
        }
        return super.isContentAlwaysEmpty(message);
    }

    /** Stands in for a request line that cannot be read. */
    @Override
    protected HttpMessage createInvalidMessage() {
        return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/", HeadersMultiMap.httpHeaders());
    }
}
