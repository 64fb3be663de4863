package io.cloudshop.gateway.proxy;

import io.cloudshop.gateway.routing.Destination;
import io.cloudshop.gateway.routing.Route;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.PoolOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The services behind the gateway and the bounded pools of connections to them. */
@ApplicationScoped
class Upstreams {

    private final ProxyConfig config;
    private final Map<Destination, Origin> origins;
    /** One for each event loop: of a pool in common Vert.x takes any connection, also one of another loop. */
    private final ThreadLocal<HttpClient> pooled;

    private final HttpClient streams;
    private final HttpClient unpooled;

    Upstreams(
            Vertx vertx,
            ProxyConfig config,
            @ConfigProperty(name = "cloudshop.auth.url") String auth,
            @ConfigProperty(name = "cloudshop.products.url") String products,
            @ConfigProperty(name = "cloudshop.orders.url") String orders) {
        this.config = config;
        this.origins = Map.of(
                Destination.AUTH, Origin.of(auth),
                Destination.PRODUCTS, Origin.of(products),
                Destination.ORDERS, Origin.of(orders));
        this.pooled = ThreadLocal.withInitial(() -> client(vertx, config.connections(), true));
        this.streams = client(vertx, config.eventStreams(), true);
        this.unpooled = client(vertx, config.connections(), false);
    }

    Origin origin(Route route) {
        return origins.get(route.destination());
    }

    /** Called on an event loop. */
    Future<HttpClientRequest> request(Route route) {
        HttpClient client = route.eventStream() ? streams : pooled.get();
        return client.request(origin(route).request(config.connectionWait()));
    }

    /** A request on a connection of its own, for one that met a connection which its upstream had just closed. */
    Future<HttpClientRequest> requestOnNewConnection(Route route) {
        return unpooled.request(origin(route).request(config.connectionWait()));
    }

    private HttpClient client(Vertx vertx, int connections, boolean keepAlive) {
        // Without a metrics name: Vert.x client metrics would carry the raw path of every request.
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(config.connectTimeout().toMillis()))
                .setKeepAlive(keepAlive)
                .setKeepAliveTimeout(Math.toIntExact(config.keepAlive().toSeconds()))
                .setMaxWaitQueueSize(config.waitingRequests())
                .setTcpNoDelay(true);
        return vertx.httpClientBuilder()
                .with(options)
                .with(new PoolOptions().setHttp1MaxSize(connections))
                // The request on the connection tells its failure; Vert.x would log it once more, as an error.
                .withConnectHandler(connection -> connection.exceptionHandler(alsoInTheRequest -> {}))
                .build();
    }
}
