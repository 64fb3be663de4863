package io.cloudshop.frontend.delivery;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * How long browsers keep what: files with a hash in their name for ever, pictures for an hour, and the page itself is asked for each
 * time, so that a new release is seen at once. Replaces the headers of the static file handler, to which all files are alike, and which
 * come after those of {@code quarkus.http.filter.*}; an error is kept by nobody, wherever it is.
 */
@ApplicationScoped
class CacheControl {

    private static final int BEFORE_ANY_ANSWER = 1_000;

    void register(@Observes Filters filters) {
        filters.register(CacheControl::replaceAtTheEnd, BEFORE_ANY_ANSWER);
    }

    private static void replaceAtTheEnd(RoutingContext context) {
        context.addHeadersEndHandler(end -> context.response().putHeader(HttpHeaders.CACHE_CONTROL, valueFor(context)));
        context.next();
    }

    private static String valueFor(RoutingContext context) {
        if (context.response().getStatusCode() >= 400) {
            return "no-store";
        }
        String path = context.normalizedPath();
        if (path.startsWith("/assets/")) {
            return "public, max-age=31536000, immutable";
        }
        if (path.startsWith("/catalogue/") || path.startsWith("/api/v1/pictures/")) {
            return "public, max-age=3600";
        }
        return "no-cache";
    }
}
