package io.cloudshop.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/** A body on its way through: hands on every chunk as it comes and lets a subclass see what happens. */
abstract class PassingBody implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;

    PassingBody(ReadStream<Buffer> source) {
        this.source = source;
    }

    /** Called with every chunk; false to hold it and all that follow back. */
    abstract boolean passes(Buffer chunk);

    /** Called when the receiver cannot take more for now. */
    abstract void paused();

    /** Called when the receiver takes chunks, at first and again. */
    abstract void flowing();

    /** Called when the body is complete. */
    abstract void ended();

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        source.handler(
                handler == null
                        ? null
                        : chunk -> {
                            if (passes(chunk)) {
                                handler.handle(chunk);
                            }
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            ended();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        source.exceptionHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        paused();
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        flowing();
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
