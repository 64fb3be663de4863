package io.cloudshop.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** An answer's body on its way to the client, with an eye on an upstream that has fallen silent. */
final class ResponseBody extends PassingBody {

    private final Watchdog silence;

    ResponseBody(ReadStream<Buffer> source, Watchdog silence) {
        super(source);
        this.silence = silence;
    }

    @Override
    boolean passes(Buffer chunk) {
        silence.start();
        return true;
    }

    @Override
    void paused() {
        silence.stop();
    }

    @Override
    void flowing() {
        silence.start();
    }

    @Override
    void ended() {
        silence.stop();
    }
}
