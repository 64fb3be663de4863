package io.cloudshop.frontend.seo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks products-api what is on offer, not the gateway, whose limits are for customers. A page waits for it no longer than half
 * a second. Thread-safe; never blocks.
 */
@ApplicationScoped
class CatalogueClient {

    private static final int CONNECT_MILLIS = 300;
    private static final long ANSWER_MILLIS = 500;
    private static final int MOST_AT_ONCE = 32;
    private static final int MOST_WAITING = 64;

    private final HttpClient http;
    private final String catalogue;

    CatalogueClient(Vertx vertx, @ConfigProperty(name = "cloudshop.products.url") URI catalogue) {
        this.catalogue = catalogue.toString().replaceAll("/+$", "");
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setMaxPoolSize(MOST_AT_ONCE)
                .setMaxWaitQueueSize(MOST_WAITING)
                // Unused connections are closed by us, before a products-api that leaves would.
                .setKeepAliveTimeout(5));
    }

    /** Empty where there is no such product; fails where nobody knows. */
    Future<Optional<Product>> product(String id, Language language) {
        return get("/api/v1/products/" + id, language).map(found -> found.map(Product::read));
    }

    /**
     * A page of the products, the newest first.
     *
     * @param cursor the {@code next} of the page before, null for the first
     */
    Future<JsonObject> newest(int size, String cursor) {
        String behind = cursor == null ? "" : "&after=" + cursor;
        return get("/api/v1/products?sort=newest&size=" + size + behind, Language.ENGLISH)
                .map(Optional::orElseThrow);
    }

    private Future<Optional<JsonObject>> get(String path, Language language) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(catalogue + path)
                .putHeader("Accept", "application/json")
                .putHeader("Accept-Language", language.tag());
        return http.request(request)
                .compose(asked -> asked.send().onFailure(failed -> asked.reset()))
                .compose(CatalogueClient::read)
                .timeout(ANSWER_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Future<Optional<JsonObject>> read(HttpClientResponse answer) {
        return switch (answer.statusCode()) {
            case 200 -> answer.body().map(body -> Optional.of(body.toJsonObject()));
            case 404 -> Future.succeededFuture(Optional.empty());
            default -> Future.failedFuture("products-api answers " + answer.statusCode());
        };
    }
}
