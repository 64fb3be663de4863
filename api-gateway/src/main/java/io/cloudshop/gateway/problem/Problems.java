package io.cloudshop.gateway.problem;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.problem.ProblemType;
import io.cloudshop.gateway.body.UnreadBody;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Writes the gateway's own errors as problem details (RFC 9457). */
public final class Problems {

    private static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    /** Answers the request with the problem and leaves its connection in a state that the client can rely on. */
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
        response.setStatusCode(problem.type().status()).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        UnreadBody.discard(context);
        response.end(body(context, problem).toBuffer());
    }

    private static JsonObject body(RoutingContext context, DomainException problem) {
        ProblemType type = problem.type();
        JsonObject body = new JsonObject()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", problem.getMessage())
                .put("instance", context.request().path());
        problem.members().forEach(body::put);
        return body;
    }
}
