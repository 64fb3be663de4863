package io.cloudshop.gateway.proxy;

import io.cloudshop.defaults.body.Framing;
import io.cloudshop.gateway.client.TrustedProxies;
import io.cloudshop.gateway.problem.Problems;
import io.cloudshop.gateway.routing.Route;
import io.quarkus.vertx.http.runtime.filters.QuarkusRequestWrapper;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Hands a request on to its upstream and the answer back, both as streams: no body is ever held as a whole. */
@ApplicationScoped
public class ReverseProxy implements Handler<RoutingContext> {

    private final Upstreams upstreams;
    private final Circuits circuits;
    private final UpstreamMetrics metrics;
    private final ProxyConfig config;
    private final TrustedProxies proxies;

    ReverseProxy(
            Upstreams upstreams,
            Circuits circuits,
            UpstreamMetrics metrics,
            ProxyConfig config,
            TrustedProxies proxies) {
        this.upstreams = upstreams;
        this.circuits = circuits;
        this.metrics = metrics;
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
            circuits.of(route.destination())
                    .permit()
                    .ifPresentOrElse(permit -> exchange(context, route, permit), () -> refuse(context, route));
        }
    }

    private void exchange(RoutingContext context, Route route, Circuit.Permit permit) {
        Runnable ended = metrics.began(route.destination());
        // Whoever was done before, such as a client that left during the token check, does not get to the handler.
        QuarkusRequestWrapper.get(context.request()).addRequestDoneHandler(done -> ended.run());
        new Exchange(context, route, upstreams, permit, metrics, config.silenceTimeout())
                .run(proxies.client(context.request()))
                .onComplete(done -> ended.run());
    }

    private void refuse(RoutingContext context, Route route) {
        metrics.record(route, Outcome.CIRCUIT_OPEN, 0);
        Problems.answer(context, UpstreamProblems.spared());
    }
}
