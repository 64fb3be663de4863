package io.cloudshop.defaults.edge;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.vertx.core.impl.transports.JDKTransport;
import io.vertx.core.net.NetServerOptions;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Puts {@link StrictRequestDecoder} and {@link RefusalHandler} into the pipeline of every HTTP server, the management
 * port's too. Vert.x has a handler for requests that it cannot decode, but Quarkus offers no way to set it, and what is
 * wrong with a decoded request (two lengths, two hosts) is not to be seen any more behind Vert.x' decoder.
 */
final class EdgeTransport extends JDKTransport {

    @Override
    public void configure(NetServerOptions options, boolean domainSocket, ServerBootstrap bootstrap) {
        super.configure(options, domainSocket, bootstrap);
        bootstrap.childHandler(withEdge(bootstrap.config().childHandler(), EdgeLimits.of(ConfigProvider.getConfig())));
    }

    private static ChannelHandler withEdge(ChannelHandler server, EdgeLimits limits) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(server);
                EdgeInstaller.install(channel.pipeline(), limits);
            }
        };
    }
}
