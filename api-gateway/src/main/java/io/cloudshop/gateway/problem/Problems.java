package io.cloudshop.gateway.problem;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemBody;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Writes the gateway's own errors as problem details (RFC 9457), as far as the answer has not begun. */
public final class Problems {

    private Problems() {}

    /** Answers the request with the problem, or cuts the connection of one that is half answered. */
    public static void answer(RoutingContext context, DomainException problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Not response.reset(): graceful shutdown would wait for this request for ever.
            context.request().connection().close();
            return;
        }
        ProblemBody.answer(context, problem);
    }
}
