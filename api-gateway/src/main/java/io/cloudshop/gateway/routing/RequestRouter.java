package io.cloudshop.gateway.routing;

import static io.vertx.core.http.HttpMethod.DELETE;
import static io.vertx.core.http.HttpMethod.GET;
import static io.vertx.core.http.HttpMethod.HEAD;
import static io.vertx.core.http.HttpMethod.OPTIONS;
import static io.vertx.core.http.HttpMethod.PATCH;
import static io.vertx.core.http.HttpMethod.POST;
import static io.vertx.core.http.HttpMethod.PUT;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.gateway.metrics.RequestLabels;
import io.cloudshop.gateway.problem.Problems;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the route of a request, or ends it: 405 for an unusual method, 400 for an odd spelling, 404 for the rest. */
@ApplicationScoped
public class RequestRouter implements Handler<RoutingContext> {

    private static final Set<HttpMethod> METHODS = Set.of(GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS);
    private static final Set<HttpMethod> METHODS_OF_THE_GATEWAY = Set.of(GET, HEAD);

    private final RoutingTable table;

    RequestRouter(RoutingTable table) {
        this.table = table;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpMethod method = context.request().method();
        Optional<List<String>> path = CanonicalTarget.segments(context.request().uri());
        if (path.isEmpty()) {
            RequestLabels.setUnknown(context);
            Problems.answer(context, malformed());
            return;
        }
        Optional<Route> route = table.find(method, path.get());
        if (route.isEmpty()) {
            RequestLabels.setUnknown(context);
            Problems.answer(context, notFound());
            return;
        }
        RequestLabels.set(context, route.get().name(), route.get().destination().label());
        Set<HttpMethod> allowed = route.get().destination().isUpstream() ? METHODS : METHODS_OF_THE_GATEWAY;
        if (!allowed.contains(method)) {
            Problems.answer(context, notAllowed(allowed));
            return;
        }
        route.get().attachTo(context);
        context.next();
    }

    private static DomainException malformed() {
        return new DomainException(
                CommonProblems.MALFORMED,
                "Write the address plainly: no escapes, dot segments or parameters in the path.");
    }

    private static DomainException notFound() {
        return new DomainException(CommonProblems.NOT_FOUND, "There is nothing at this address.");
    }

    private static DomainException notAllowed(Set<HttpMethod> allowed) {
        String names = String.join(
                ", ", allowed.stream().map(HttpMethod::name).sorted().toList());
        return new DomainException(
                        CommonProblems.METHOD_NOT_ALLOWED,
                        "This address does not support the method; see the Allow header.")
                .header("Allow", names);
    }
}
