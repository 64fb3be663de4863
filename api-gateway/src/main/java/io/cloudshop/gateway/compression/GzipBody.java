package io.cloudshop.gateway.compression;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.compression.ZlibCodecFactory;
import io.netty.handler.codec.compression.ZlibWrapper;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;

/**
 * A body as gzip (RFC 1952), compressed on its way: each chunk comes out when it has come in, so that a stream stays one.
 * Belongs to one event loop.
 */
public final class GzipBody implements ReadStream<Buffer> {

    /** Cheap: most of what there is to gain comes with the first levels. */
    private static final int LEVEL = 4;

    private final ReadStream<Buffer> source;
    private final EmbeddedChannel encoder =
            new EmbeddedChannel(ZlibCodecFactory.newZlibEncoder(ZlibWrapper.GZIP, LEVEL));

    private Handler<Buffer> receiver = ignored -> {};

    public GzipBody(ReadStream<Buffer> source) {
        this.source = source;
    }

    @Override
    public ReadStream<Buffer> handler(Handler<Buffer> handler) {
        receiver = handler == null ? ignored -> {} : handler;
        source.handler(handler == null ? null : this::compress);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(Handler<Void> handler) {
        source.endHandler(
                handler == null
                        ? null
                        : end -> {
                            encoder.finish();
                            handOn();
                            handler.handle(end);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        source.exceptionHandler(
                handler == null
                        ? null
                        : cause -> {
                            encoder.finishAndReleaseAll();
                            handler.handle(cause);
                        });
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }

    private void compress(Buffer chunk) {
        encoder.writeOutbound(chunk.getByteBuf());
        handOn();
    }

    private void handOn() {
        Buffer compressed = Buffer.buffer();
        for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
            compressed.appendBuffer(Buffer.buffer(part));
            part.release();
        }
        if (compressed.length() > 0) {
            receiver.handle(compressed);
        }
    }
}
