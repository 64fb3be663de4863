package io.cloudshop.frontend.delivery;

import io.cloudshop.frontend.configuration.PageFeatures;
import io.cloudshop.frontend.seo.PageHead;
import io.cloudshop.frontend.seo.PageHeads;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/**
 * Answers the shop's own addresses ({@code /products/…}, {@code /orders}) with the page, whose router shows the right thing. What looks like
 * a file, an API or a probe is left alone, so that it is a 404 where it does not exist. An address that nobody knows is the page
 * too, which then says so, and a 404 to whoever reads no page; so is a product that is not on offer. Quinoa's own routing looks at prefixes alone: it would answer with a page where
 * a file is missing or data is asked for.
 */
@ApplicationScoped
class DeepLinks {

    /** Under which name the context of a request has the head of its page. */
    static final String HEAD = PageHead.class.getName();

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

    private final PageHeads heads;
    private final PageFeatures features;

    DeepLinks(PageHeads heads, PageFeatures features) {
        this.heads = heads;
        this.features = features;
    }

    void register(@Observes Filters filters) {
        filters.register(this::showPage, AFTER_THE_HEADERS);
    }

    private void showPage(RoutingContext context) {
        if (isRead(context) && acceptsHtml(context) && isPage(context.normalizedPath())) {
            boolean isKnown = ShopAddresses.include(context.normalizedPath(), features);
            heads.of(context, isKnown).onSuccess(head -> {
                context.response().setStatusCode(head.status());
                context.put(HEAD, head);
                context.reroute(PAGE);
            });
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
