package io.cloudshop.gateway.routing;

import static io.cloudshop.gateway.routing.Destination.AUTH;
import static io.cloudshop.gateway.routing.Destination.GATEWAY;
import static io.cloudshop.gateway.routing.Destination.NOBODY;
import static io.cloudshop.gateway.routing.Destination.ORDERS;
import static io.cloudshop.gateway.routing.Destination.PRODUCTS;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.POST;

import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every address that a client can reach, and nothing else. The first row that matches decides. */
@ApplicationScoped
public class RoutingTable {

    private final RoutingConfig config;
    private final List<Route> routes;

    RoutingTable(RoutingConfig config) {
        this.config = config;
        this.routes = List.of(
                route("/api/v1/auth/token/**", NOBODY),
                route("/api/v1/auth/register", AUTH).forWhoeverSignsIn().countedAs(Traffic.AUTH),
                route("/api/v1/auth/login", AUTH).forWhoeverSignsIn().countedAs(Traffic.AUTH),
                route("/api/v1/auth/refresh", AUTH).forWhoeverSignsIn().countedAs(Traffic.AUTH),
                route("/api/v1/auth/logout", AUTH).forWhoeverSignsIn().countedAs(Traffic.AUTH),
                route("/api/v1/auth/password-reset-requests", AUTH)
                        .forWhoeverSignsIn()
                        .countedAs(Traffic.AUTH),
                route("/api/v1/auth/password-resets", AUTH).forWhoeverSignsIn().countedAs(Traffic.AUTH),
                route("/api/v1/auth/mailbox", AUTH),
                route("/api/v1/auth/**", AUTH).countedAs(Traffic.AUTH),
                route("/api/v1/users/**", AUTH).forUsers(),
                route("/.well-known/jwks.json", AUTH),
                route("/api/v1/products/import", PRODUCTS)
                        .onlyFor(POST)
                        .countedAs(Traffic.IMPORT)
                        .bodiesUpTo(config.importBodyLimit().asLongValue())
                        .answeringWithin(config.longRunningTimeout()),
                route("/api/v1/products/*/picture", PRODUCTS)
                        .onlyFor(POST)
                        .forUsers()
                        .bodiesUpTo(config.pictureBodyLimit().asLongValue())
                        .answeringWithin(config.longRunningTimeout()),
                route("/api/v1/products/**", PRODUCTS),
                route("/api/v1/pictures/*", PRODUCTS),
                route("/api/v1/categories/**", PRODUCTS),
                route("/api/v1/search-index/**", PRODUCTS).forUsers(),
                route("/api/v1/cart/**", ORDERS).forUsers(),
                route("/api/v1/orders", ORDERS).onlyFor(POST).forUsers().answeringWithin(config.checkoutTimeout()),
                route("/api/v1/orders/*/events", ORDERS)
                        .onlyFor(GET)
                        .forUsers()
                        .ofEvents()
                        .answeringWithin(config.longRunningTimeout()),
                route("/api/v1/orders/**", ORDERS).forUsers(),
                route("/api/v1/admin/orders/**", ORDERS).forUsers(),
                route("/api/v1/admin/outbox/**", ORDERS).forUsers(),
                route("/api/v1/admin/products/**", PRODUCTS).forUsers(),
                route("/api/v1/admin/users/**", AUTH).forUsers(),
                route("/api/v1/admin/reconciliation", ORDERS).forUsers().answeringWithin(config.longRunningTimeout()),
                route("/openapi", GATEWAY),
                route("/docs/**", GATEWAY));
    }

    /** The route of a canonical path, or nothing for what clients have no business with. */
    public Optional<Route> find(HttpMethod method, List<String> path) {
        return routes.stream()
                .filter(route -> route.matches(method, path))
                .findFirst()
                .filter(route -> route.destination() != NOBODY);
    }

    /** Whether clients can reach an operation of an upstream, by method and path template such as {@code /orders/{id}}. */
    public boolean routes(String method, String template) {
        List<String> path = List.of(template.substring(1).split("/"));
        return find(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)), path)
                .filter(route -> route.destination().isUpstream())
                .isPresent();
    }

    /** The upstream of each route, both as metrics spell them. */
    Map<String, String> upstreams() {
        return routes.stream()
                .collect(Collectors.toMap(
                        Route::name, route -> route.destination().label(), (one, same) -> one));
    }

    private Route route(String pattern, Destination destination) {
        return new Route(
                null,
                PathPattern.of(pattern),
                destination,
                Access.ANYONE,
                config.bodyLimit().asLongValue(),
                config.responseTimeout(),
                false,
                null);
    }
}
