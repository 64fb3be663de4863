package io.cloudshop.defaults.request;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives every request an id before anything else sees it, also where no resource matches. */
@ApplicationScoped
public class RequestIdFilter {

    /** Above every filter and handler of Quarkus, whose priorities end at a few hundred. */
    private static final int FIRST = 10_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIdFilter::assign, FIRST);
    }

    private static void assign(RoutingContext context) {
        String id = RequestId.takenOverOrMade(context.request().getHeader(RequestId.HEADER));
        context.request().headers().set(RequestId.HEADER, id);
        context.response().putHeader(RequestId.HEADER, id);
        RequestId.log(id);
        context.next();
    }
}
