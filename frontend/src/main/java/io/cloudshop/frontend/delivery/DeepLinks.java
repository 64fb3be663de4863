package io.cloudshop.frontend.delivery;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Answers the shop's own addresses ({@code /products/…}, {@code /orders}) with the page, whose router shows the right thing. What looks like
 * a file, an API or a probe is left alone, so that it is a 404 where it does not exist. An address that nobody knows is the page
 * too, which then says so: the addresses of the shop are listed once, in its router. Quinoa's own routing looks at prefixes alone: it would
 * answer with a page where a file is missing or data is asked for.
 */
@ApplicationScoped
class DeepLinks {

    private static final String PAGE = "/index.html";
    private static final int AFTER_THE_HEADERS = 100;
    private static final List<String> NO_PAGES = List.of(
            "/api",
            "/assets",
            "/catalogue",
            "/health",
            "/metrics",
            "/q",
            "/openapi",
            "/.well-known",
            "/@vite",
            "/@id",
            "/@react-refresh");

    void register(@Observes Filters filters) {
        filters.register(DeepLinks::showPage, AFTER_THE_HEADERS);
    }

    private static void showPage(RoutingContext context) {
        if (isRead(context) && acceptsHtml(context) && isPage(context.normalizedPath())) {
            context.reroute(PAGE);
        } else {
            context.next();
        }
    }

    private static boolean isRead(RoutingContext context) {
        HttpMethod method = context.request().method();
        return method == HttpMethod.GET || method == HttpMethod.HEAD;
    }

    private static boolean acceptsHtml(RoutingContext context) {
        String accept = context.request().getHeader("Accept");
        return accept == null || accept.contains("text/html") || accept.contains("*/*");
    }

    private static boolean isPage(String path) {
        boolean looksLikeFile = path.substring(path.lastIndexOf('/')).contains(".");
        return !looksLikeFile
                && NO_PAGES.stream().noneMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
