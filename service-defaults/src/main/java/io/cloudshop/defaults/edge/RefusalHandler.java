package io.cloudshop.defaults.edge;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpClosedException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeUnit;

/**
 * Answers what the decoder could not accept with a problem, after the answers to earlier requests of the connection, and
 * ends the connection. What still arrives is read and dropped for a moment, so that the client sees the answer and not a
 * reset. Nothing of a refused request gets to a handler. Lives on the event loop of its connection.
 */
final class RefusalHandler extends ChannelDuplexHandler {

    private static final long LINGER_MILLIS = 2_000;

    private int unanswered;
    private boolean answering;
    private HttpRequest current;
    private HttpRequest refused;
    private Throwable reason;
    private boolean over;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (reason != null) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof HttpObject part && part.decoderResult().isFailure()) {
            reason = part.decoderResult().cause();
            if (part instanceof HttpRequest request) {
                refuse(context, request);
            } else {
                ReferenceCountUtil.release(message);
                breakOff(context);
            }
        } else {
            if (message instanceof HttpRequest request) {
                unanswered++;
                current = request;
            }
            context.fireChannelRead(message);
        }
    }

    private void refuse(ChannelHandlerContext context, HttpRequest request) {
        refused = request;
        if (unanswered == 0) {
            answer(context);
        }
    }

    /** A body that cannot be read to its end: whoever reads it is told, the client only if it got no other answer. */
    private void breakOff(ChannelHandlerContext context) {
        if (unanswered == 1 && !answering) {
            refused = current;
            answer(context);
        }
        // To whoever reads the body it is as if the client had hung up.
        context.fireExceptionCaught(new HttpClosedException("The body cannot be decoded"));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (over) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(new ClosedChannelException());
            return;
        }
        context.write(message, promise);
        if (isInterim(message)) {
            return;
        }
        if (message instanceof HttpResponse) {
            answering = true;
        }
        if (message instanceof LastHttpContent) {
            answering = false;
            unanswered--;
            if (unanswered == 0 && refused != null) {
                answer(context);
            }
        }
    }

    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    private void answer(ChannelHandlerContext context) {
        over = true;
        // A handler may have stopped reading, which would keep us from dropping what still comes.
        context.channel().config().setAutoRead(true);
        context.writeAndFlush(Refusal.of(refused, reason)).addListener(written -> linger(context));
    }

    private static void linger(ChannelHandlerContext context) {
        ChannelFuture ended = context.channel() instanceof DuplexChannel socket
                ? socket.shutdownOutput()
                : context.newSucceededFuture();
        ended.addListener(
                done -> context.executor().schedule(() -> context.close(), LINGER_MILLIS, TimeUnit.MILLISECONDS));
    }

    /** Vert.x closes at once what it calls a broken connection. */
    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (over) {
            context.channel().closeFuture().addListener((ChannelFutureListener) closed -> promise.trySuccess());
        } else {
            context.close(promise);
        }
    }
}
