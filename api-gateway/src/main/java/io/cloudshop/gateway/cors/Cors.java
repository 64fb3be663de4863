package io.cloudshop.gateway.cors;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.gateway.metrics.RequestLabels;
import io.cloudshop.gateway.problem.Problems;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Cross-origin sharing (Fetch standard) for the configured origins. Answers preflights itself; answers to other origins
 * go without the headers, so that browsers withhold them from the page.
 *
 * <p>Quarkus' own filter is not used: it refuses foreign origins without a problem body and does not say Vary.
 */
@ApplicationScoped
public class Cors implements Handler<RoutingContext> {

    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";
    private static final String REQUEST_HEADERS = "Accept, Authorization, Content-Type, Idempotency-Key, If-Match, "
            + "If-None-Match, Last-Event-ID, X-Request-Id, traceparent, tracestate";
    private static final String RESPONSE_HEADERS =
            "ETag, Location, Retry-After, X-Request-Id, Idempotency-Replayed, RateLimit, RateLimit-Policy";

    private final CorsConfig config;

    Cors(CorsConfig config) {
        this.config = config;
    }

    @Override
    public void handle(RoutingContext context) {
        String origin = context.request().getHeader(HttpHeaders.ORIGIN);
        boolean allowed = isAllowed(origin);
        context.addHeadersEndHandler(written -> share(context.response().headers(), allowed ? origin : null));
        if (origin != null && isPreflight(context.request())) {
            answerPreflight(context, allowed);
        } else {
            context.next();
        }
    }

    /** Completes an answer that no step of the gateway sees. */
    public void complete(MultiMap answer, String origin) {
        share(answer, isAllowed(origin) ? origin : null);
    }

    private boolean isAllowed(String origin) {
        return origin != null && config.origins().contains(origin);
    }

    private static boolean isPreflight(HttpServerRequest request) {
        return request.method() == HttpMethod.OPTIONS
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    private void answerPreflight(RoutingContext context, boolean allowed) {
        RequestLabels.set(context, "preflight", RequestLabels.NO_UPSTREAM);
        if (!allowed) {
            Problems.answer(
                    context,
                    new DomainException(CommonProblems.FORBIDDEN, "Pages of this origin may not call the API."));
            return;
        }
        context.response()
                .setStatusCode(204)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS)
                .putHeader(
                        HttpHeaders.ACCESS_CONTROL_MAX_AGE,
                        Long.toString(config.preflightMaxAge().toSeconds()))
                .end();
    }

    /** Runs when the head is complete. What an upstream says about sharing is not in it any more. */
    private static void share(MultiMap headers, String origin) {
        if (headers.getAll(HttpHeaders.VARY).stream().noneMatch("Origin"::equalsIgnoreCase)) {
            headers.add(HttpHeaders.VARY, "Origin");
        }
        if (origin != null) {
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
            headers.set(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
            headers.set(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, RESPONSE_HEADERS);
        }
    }
}
