package io.cloudshop.defaults.problem;

import io.cloudshop.defaults.body.UnreadBody;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Problem details (RFC 9457) where no exception mapper is there to write them: before a request reaches a resource. */
public final class ProblemBody {

    private static final String MEDIA_TYPE = "application/problem+json";

    private ProblemBody() {}

    /** Answers the request and leaves its connection in a state that the client can rely on. */
    public static void answer(RoutingContext context, DomainException problem) {
        HttpServerResponse response = context.response();
        response.setStatusCode(problem.type().status()).putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        UnreadBody.discard(context);
        response.end(of(problem, context.request().path()).toBuffer());
    }

    private static JsonObject of(DomainException problem, String instance) {
        ProblemType type = problem.type();
        JsonObject body = new JsonObject()
                .put("type", type.uri().toString())
                .put("title", type.title())
                .put("status", type.status())
                .put("detail", problem.getMessage())
                .put("instance", instance);
        problem.members().forEach(body::put);
        return body;
    }
}
