package io.cloudshop.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A request body on its way to an upstream. Counts its bytes against the limit, and the upstream's time only while the
 * upstream is what everybody waits for: a slow client does not make a slow upstream.
 */
final class RequestBody extends PassingBody {

    private final long limit;
    private final Watchdog upstreamsTime;
    private final Runnable tooLong;

    private long passed;
    private boolean isAwaited;
    private boolean hasEnded;
    private long since = System.nanoTime();

    RequestBody(ReadStream<Buffer> source, long limit, Watchdog upstreamsTime, Runnable tooLong) {
        super(source);
        this.limit = limit;
        this.upstreamsTime = upstreamsTime;
        this.tooLong = tooLong;
    }

    /** For how long the client has let us wait for the next bytes, in nanoseconds. */
    long clientsSilence() {
        return isAwaited ? System.nanoTime() - since : 0;
    }

    /** Since when the upstream has had the whole body, by {@link System#nanoTime}, or what is given if it has not. */
    long wholeSince(long otherwise) {
        return hasEnded ? since : otherwise;
    }

    @Override
    boolean passes(Buffer chunk) {
        since = System.nanoTime();
        boolean didPass = passed <= limit;
        passed += chunk.length();
        if (didPass && passed > limit) {
            tooLong.run();
        }
        return passed <= limit;
    }

    @Override
    void paused() {
        isAwaited = false;
        upstreamsTime.start();
    }

    @Override
    void flowing() {
        isAwaited = !hasEnded;
        since = isAwaited ? System.nanoTime() : since;
        upstreamsTime.stop();
    }

    @Override
    void ended() {
        isAwaited = false;
        hasEnded = true;
        since = System.nanoTime();
        upstreamsTime.start();
    }
}
