package io.cloudshop.defaults.edge;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How long a request may take to come, which an idle timeout does not say: a byte a minute is not idle. A head has to be
 * complete in a fixed time, a body has that time and more with each byte. While we do not read, nobody is to blame. What
 * comes at once, as nearly all requests do, needs no timer. Belongs to one connection and its event loop.
 */
final class RequestPace {

    private enum Part {
        NONE,
        HEAD,
        BODY
    }

    private final long patience;
    private final long nanosPerByte;

    private Part part = Part.NONE;
    private ScheduledFuture<?> timer;
    private long since;
    private long bytes;

    RequestPace(EdgeLimits limits) {
        this.patience = limits.patience().toNanos();
        this.nanosPerByte = TimeUnit.SECONDS.toNanos(1) / limits.bytesPerSecond();
    }

    boolean isInBody() {
        return part == Part.BODY;
    }

    /** Something came. */
    void begin() {
        if (part == Part.NONE) {
            part = Part.HEAD;
        }
    }

    /** This was in what came. */
    void decoded(Object message) {
        if (message instanceof HttpRequest) {
            enter(Part.BODY);
        }
        if (message instanceof LastHttpContent) {
            enter(Part.NONE);
        }
    }

    /** That was all for now. */
    void goOn(ChannelHandlerContext context, int count, boolean isRestLeft, Consumer<DomainException> tooSlow) {
        if (part == Part.NONE && isRestLeft) {
            part = Part.HEAD;
        }
        bytes += count;
        if (part != Part.NONE && timer == null) {
            start(context, tooSlow);
        }
    }

    void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    private void enter(Part next) {
        part = next;
        stop();
    }

    private void start(ChannelHandlerContext context, Consumer<DomainException> tooSlow) {
        since = System.nanoTime();
        bytes = 0;
        look(context, tooSlow);
    }

    private void look(ChannelHandlerContext context, Consumer<DomainException> tooSlow) {
        long earned = isInBody() ? nanosPerByte * bytes : 0;
        long left = patience + earned - (System.nanoTime() - since);
        if (left > 0) {
            timer = context.executor().schedule(() -> look(context, tooSlow), left, TimeUnit.NANOSECONDS);
        } else if (context.channel().config().isAutoRead()) {
            timer = null;
            tooSlow.accept(new DomainException(CommonProblems.REQUEST_TIMEOUT, "The request did not come in time."));
        } else {
            start(context, tooSlow);
        }
    }
}
