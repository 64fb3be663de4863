package io.cloudshop.defaults.edge;

import io.cloudshop.defaults.problem.DomainException;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.List;

/**
 * Vert.x' decoder, but a head that two readers could understand in two ways is an invalid message, as one that cannot be
 * read at all is, and so is one that comes too slowly. What follows an invalid message on the same connection is never decoded. One per connection.
 */
final class StrictRequestDecoder extends VertxHttpRequestDecoder {

    private final HeadRules rules = new HeadRules();

    private final RequestPace pace;

    StrictRequestDecoder(EdgeLimits limits) {
        super(limits.http());
        this.pace = new RequestPace(limits);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        int count = message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
        pace.begin();
        super.channelRead(context, message);
        pace.goOn(context, count, actualReadableBytes() > 0, tooSlow -> refuse(context, tooSlow));
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> decoded) throws Exception {
        int known = decoded.size();
        super.decode(context, bytes, decoded);
        decoded.subList(known, decoded.size()).forEach(pace::decoded);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) throws Exception {
        pace.stop();
        super.channelInactive(context);
    }

    /** As if what is there of the request could not be decoded. */
    private void refuse(ChannelHandlerContext context, DomainException tooSlow) {
        HttpObject rest = pace.isInBody() ? new DefaultLastHttpContent() : createInvalidMessage();
        rest.setDecoderResult(DecoderResult.failure(tooSlow));
        context.fireChannelRead(rest);
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
