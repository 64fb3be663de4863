package io.cloudshop.gateway;

import io.cloudshop.gateway.cors.Cors;
import io.cloudshop.gateway.docs.Docs;
import io.cloudshop.gateway.headers.SecurityHeaders;
import io.cloudshop.gateway.limit.RateLimit;
import io.cloudshop.gateway.problem.UnexpectedFailures;
import io.cloudshop.gateway.proxy.ReverseProxy;
import io.cloudshop.gateway.routing.RequestRouter;
import io.cloudshop.gateway.token.Refusals;
import io.cloudshop.gateway.token.TokenGate;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** The steps that every request takes, in this order, until one of them answers it. */
@ApplicationScoped
class Gateway {

    /** Below the request id of service-defaults, above all that Quarkus adds: nothing else gets to see a request. */
    private static final int FIRST_PRIORITY = 9_000;

    private final List<Handler<RoutingContext>> steps;
    private final UnexpectedFailures failures;

    Gateway(
            SecurityHeaders securityHeaders,
            Cors cors,
            RequestRouter router,
            TokenGate tokenGate,
            RateLimit rateLimit,
            Refusals refusals,
            ReverseProxy proxy,
            Docs docs,
            UnexpectedFailures failures) {
        this.steps = List.of(securityHeaders, cors, router, tokenGate, rateLimit, refusals, proxy, docs);
        this.failures = failures;
    }

    void takeAllRequests(@Observes Filters filters) {
        boolean isDevMode = LaunchMode.current() == LaunchMode.DEVELOPMENT;
        for (int i = 0; i < steps.size(); i++) {
            filters.register(isDevMode ? besideDevUi(steps.get(i)) : steps.get(i), FIRST_PRIORITY - i);
        }
    }

    /** The pages that Quarkus adds in dev mode are not the shop's. */
    private static Handler<RoutingContext> besideDevUi(Handler<RoutingContext> step) {
        return context -> {
            if (context.request().path().startsWith("/q/")) {
                context.next();
            } else {
                step.handle(context);
            }
        };
    }

    void takeAllFailures(@Observes Router router) {
        router.route().order(-FIRST_PRIORITY).failureHandler(failures);
    }
}
