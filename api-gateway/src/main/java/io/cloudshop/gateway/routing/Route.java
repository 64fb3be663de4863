package io.cloudshop.gateway.routing;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;

/**
 * One row of the routing table.
 *
 * @param method the only method that the row is for, null for every method
 * @param access whose requests may pass
 * @param bodyLimit the largest request body, in bytes
 * @param patience how long the upstream may take to begin its answer
 * @param eventStream whether its answers stay open, and must not use up the connections of short ones
 * @param traffic what its requests are counted as, null if the method says it
 */
public record Route(
        HttpMethod method,
        PathPattern pattern,
        Destination destination,
        Access access,
        long bodyLimit,
        Duration patience,
        boolean eventStream,
        Traffic traffic) {

    private static final String KEY = Route.class.getName();

    /** The route of a request that {@link RequestRouter} let through. */
    public static Route of(RoutingContext context) {
        return context.get(KEY);
    }

    void attachTo(RoutingContext context) {
        context.put(KEY, this);
    }

    /** The route's path pattern, which stands for all its addresses, in metrics for one. */
    public String name() {
        return pattern.text();
    }

    /** What a request of this method is counted as. */
    public Traffic traffic(HttpMethod requested) {
        return traffic != null ? traffic : Traffic.of(requested);
    }

    boolean matches(HttpMethod requested, List<String> path) {
        return (method == null || method.equals(requested)) && pattern.matches(path);
    }

    Route onlyFor(HttpMethod only) {
        return new Route(only, pattern, destination, access, bodyLimit, patience, eventStream, traffic);
    }

    Route forUsers() {
        return with(Access.USERS);
    }

    Route forWhoeverSignsIn() {
        return with(Access.WHOEVER_SIGNS_IN);
    }

    Route bodiesUpTo(long bytes) {
        return new Route(method, pattern, destination, access, bytes, patience, eventStream, traffic);
    }

    Route answeringWithin(Duration limit) {
        return new Route(method, pattern, destination, access, bodyLimit, limit, eventStream, traffic);
    }

    Route ofEvents() {
        return new Route(method, pattern, destination, access, bodyLimit, patience, true, traffic);
    }

    Route countedAs(Traffic kind) {
        return new Route(method, pattern, destination, access, bodyLimit, patience, eventStream, kind);
    }

    private Route with(Access rule) {
        return new Route(method, pattern, destination, rule, bodyLimit, patience, eventStream, traffic);
    }
}
