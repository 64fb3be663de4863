package io.cloudshop.defaults.edge;

import io.vertx.core.impl.VertxBuilder;
import io.vertx.core.spi.VertxServiceProvider;

/** Gives Vert.x the transport that watches the edge of every HTTP server. Found by its name in META-INF/services. */
public class EdgeServiceProvider implements VertxServiceProvider {

    @Override
    public void init(VertxBuilder builder) {
        builder.findTransport(new EdgeTransport());
    }
}
