package io.cloudshop.frontend.delivery;

import io.cloudshop.frontend.seo.PageHead;
import io.cloudshop.frontend.seo.PageHeads;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The page and its files, from memory. They are few and small, a megabyte in all, and compressed by the build. Vert.x' static file
 * handler cannot do it: its cache on disk is deleted by a shutdown hook at SIGTERM, and for as long as the service then
 * serves on every file would be a 500 (FileCache, Vert.x 4.5). Thread-safe.
 */
@ApplicationScoped
class StaticFiles {

    private static final int AFTER_DEEP_LINKS = 50;
    private static final String PAGE = "/index.html";

    private final Vertx vertx;
    private final PageHeads heads;
    /** Only what exists, so that clients cannot fill it. */
    private final Map<String, StaticFile> files = new ConcurrentHashMap<>();

    StaticFiles(Vertx vertx, PageHeads heads) {
        this.vertx = vertx;
        this.heads = heads;
    }

    void register(@Observes Filters filters) {
        filters.register(this::serve, AFTER_DEEP_LINKS);
    }

    private void serve(RoutingContext context) {
        HttpMethod method = context.request().method();
        if (method != HttpMethod.GET && method != HttpMethod.HEAD) {
            context.next();
            return;
        }
        String path = context.normalizedPath().equals("/") ? PAGE : context.normalizedPath();
        StaticFile known = files.get(path);
        if (known != null) {
            sendAsAsked(context, known);
            return;
        }
        vertx.executeBlocking(() -> StaticFile.read(path), false)
                .onSuccess(file -> file.ifPresentOrElse(found -> remember(context, path, found), context::next))
                .onFailure(context::fail);
    }

    private void remember(RoutingContext context, String path, StaticFile file) {
        files.put(path, file);
        sendAsAsked(context, file);
    }

    private void sendAsAsked(RoutingContext context, StaticFile file) {
        PageHead head = context.get(DeepLinks.HEAD);
        if (head == null) {
            send(context, file);
        } else {
            context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            send(context, file.rewritten(page -> heads.write(head, page)));
        }
    }

    private static void send(RoutingContext context, StaticFile file) {
        HttpServerResponse response = context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, file.type())
                .putHeader(HttpHeaders.ETAG, file.etag());
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        boolean isFound = response.getStatusCode() == 200;
        if (isFound && file.etag().equals(context.request().getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatusCode(304).end();
            return;
        }
        Optional<String> coding = file.compressed().keySet().stream()
                .filter(known -> accepts(context, known))
                .findFirst();
        coding.ifPresent(chosen -> response.putHeader(HttpHeaders.CONTENT_ENCODING, chosen));
        if (context.request().method() == HttpMethod.HEAD) {
            response.end();
        } else {
            response.end(coding.map(file.compressed()::get).orElse(file.content()));
        }
    }

    private static boolean accepts(RoutingContext context, String coding) {
        return context.parsedHeaders().acceptEncoding().stream()
                .anyMatch(accepted -> accepted.value().equalsIgnoreCase(coding) && accepted.weight() > 0);
    }
}
