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
    private final Buckets buckets;
    private final TrustedProxies proxies;
    private final RateLimitMetrics metrics;

    RateLimit(
            RateLimitConfig config, Quotas quotas, Buckets buckets, TrustedProxies proxies, RateLimitMetrics metrics) {
        this.config = config;
        this.quotas = quotas;
        this.buckets = buckets;
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
        // A body that arrives meanwhile must wait for whoever reads it.
        context.request().pause();
        buckets.take(traffic, client(context)).onSuccess(verdict -> decide(context, traffic, verdict));
    }

    private String client(RoutingContext context) {
        return Caller.user(context)
                .map(user -> "user:" + user)
                .orElseGet(() -> "address:" + ClientNetwork.of(proxies.client(context.request())));
    }

    private void decide(RoutingContext context, Traffic traffic, Buckets.Verdict verdict) {
        Take take = verdict.take();
        metrics.count(traffic, verdict);
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
