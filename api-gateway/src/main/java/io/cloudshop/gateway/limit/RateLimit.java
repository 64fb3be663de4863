package io.cloudshop.gateway.limit;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.gateway.client.TrustedProxies;
import io.cloudshop.gateway.problem.GatewayProblems;
import io.cloudshop.gateway.problem.Problems;
import io.cloudshop.gateway.routing.Route;
import io.cloudshop.gateway.routing.Traffic;
import io.cloudshop.gateway.token.Caller;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets every client send so many requests of each kind and no more, and tells how many are left. Users are counted by
 * themselves wherever they are, everybody else by address. No request fails because the count could not be kept.
 */
@ApplicationScoped
public class RateLimit implements Handler<RoutingContext> {

    private final RateLimitConfig config;
    private final Quotas quotas;
    private final SharedBuckets shared;
    private final LocalBuckets local;
    private final TrustedProxies proxies;
    private final RateLimitMetrics metrics;

    RateLimit(
            RateLimitConfig config,
            Quotas quotas,
            SharedBuckets shared,
            LocalBuckets local,
            TrustedProxies proxies,
            RateLimitMetrics metrics) {
        this.config = config;
        this.quotas = quotas;
        this.shared = shared;
        this.local = local;
        this.proxies = proxies;
        this.metrics = metrics;
    }

    @Override
    public void handle(RoutingContext context) {
        if (!config.enabled()) {
            context.next();
            return;
        }
        Traffic traffic = Route.of(context).traffic(context.request().method());
        String key = traffic.text() + ":" + client(context);
        // A body that arrives meanwhile must wait for whoever reads it.
        context.request().pause();
        shared.take(key, quotas.shared(traffic))
                .onSuccess(take -> decide(context, traffic, take, "redis"))
                .onFailure(away -> decide(context, traffic, local.take(key, quotas.local(traffic)), "replica"));
    }

    private String client(RoutingContext context) {
        return Caller.user(context)
                .map(user -> "user:" + user)
                .orElseGet(() -> "address:" + ClientNetwork.of(proxies.client(context.request())));
    }

    private void decide(RoutingContext context, Traffic traffic, Take take, String countedBy) {
        metrics.count(traffic, take, countedBy);
        int limit = quotas.shared(traffic).limit();
        context.addHeadersEndHandler(written -> RateLimitFields.put(context.response(), traffic, limit, take));
        if (take.isGranted()) {
            context.next();
        } else {
            Problems.answer(context, refusal(take));
        }
    }

    private static DomainException refusal(Take take) {
        long seconds = take.moreInSeconds();
        return new DomainException(
                        GatewayProblems.RATE_LIMITED,
                        "That were too many requests of this kind in a minute; try again in " + seconds + " seconds.")
                .header("Retry-After", Long.toString(seconds));
    }
}
