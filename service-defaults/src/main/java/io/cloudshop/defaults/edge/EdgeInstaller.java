package io.cloudshop.defaults.edge;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;

/**
 * Waits for the first bytes of a connection where Vert.x decides only then between HTTP/1 and HTTP/2, and leaves again.
 * Its place is between that decision and the decoder.
 */
final class EdgeInstaller extends ChannelInboundHandlerAdapter {

    private static final String DECODER = "httpDecoder";
    private static final String ENCODER = "httpEncoder";

    private final EdgeLimits limits;

    private EdgeInstaller(EdgeLimits limits) {
        this.limits = limits;
    }

    static void install(ChannelPipeline pipeline, EdgeLimits limits) {
        if (pipeline.get(DECODER) == null) {
            pipeline.addLast(new EdgeInstaller(limits));
        } else {
            addHandlers(pipeline, limits);
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        if (context.pipeline().get(DECODER) != null) {
            addHandlers(context.pipeline(), limits);
        }
        context.pipeline().remove(this);
        context.fireChannelRead(bytes);
    }

    private static void addHandlers(ChannelPipeline pipeline, EdgeLimits limits) {
        pipeline.replace(DECODER, DECODER, new StrictRequestDecoder(limits));
        pipeline.addAfter(ENCODER, "refusals", new RefusalHandler());
    }
}
