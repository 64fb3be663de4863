package io.cloudshop.gateway.proxy;

import io.cloudshop.defaults.body.Framing;
import io.cloudshop.gateway.client.TrustedProxies;
import io.cloudshop.gateway.problem.Problems;
import io.cloudshop.gateway.routing.Route;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands a request on to its upstream and the answer back, both as streams: no body is ever held as a whole. */
@ApplicationScoped
public class ReverseProxy implements Handler<RoutingContext> {

    private final Upstreams upstreams;
    private final ProxyConfig config;
    private final TrustedProxies proxies;

    ReverseProxy(Upstreams upstreams, ProxyConfig config, TrustedProxies proxies) {
        this.upstreams = upstreams;
        this.config = config;
        this.proxies = proxies;
    }

    @Override
    public void handle(RoutingContext context) {
        Route route = Route.of(context);
        if (!route.destination().isUpstream()) {
            context.next();
        } else if (Framing.declaredLength(context.request()) > route.bodyLimit()) {
            Problems.answer(context, Exchange.tooLarge(route));
        } else {
            new Exchange(context, route, upstreams, config.silenceTimeout()).run(proxies.client(context.request()));
        }
    }
}
