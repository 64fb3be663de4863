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

    RequestBody(ReadStream<Buffer> source, long limit, Watchdog upstreamsTime, Runnable tooLong) {
        super(source);
        this.limit = limit;
        this.upstreamsTime = upstreamsTime;
        this.tooLong = tooLong;
    }

    @Override
    boolean passes(Buffer chunk) {
        boolean didPass = passed <= limit;
        passed += chunk.length();
        if (didPass && passed > limit) {
            tooLong.run();
        }
        return passed <= limit;
    }

    @Override
    void paused() {
        upstreamsTime.start();
    }

    @Override
    void flowing() {
        upstreamsTime.stop();
    }

    @Override
    void ended() {
        upstreamsTime.start();
    }
}
