package io.cloudshop.defaults.request;

import io.cloudshop.defaults.problem.CommonProblems;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * A client that hangs up before it has its answer is no error of ours: no stack trace, and nothing that an alert would
 * count against us. Quarkus fails such a request as it fails one of ours.
 */
@ApplicationScoped
public class DepartedClient {

    private static final Logger LOG = Logger.getLogger(DepartedClient.class);

    /** Before every other failure handler. */
    private static final int FIRST = -20_000;

    void register(@Observes Router router) {
        router.route().order(FIRST).failureHandler(DepartedClient::handle);
    }

    /** Whether the current request failed because nobody is there any more to get its answer, an export's for one. */
    public static boolean isWhyItFailed(Throwable failure) {
        ArcContainer beans = Arc.container();
        if (beans == null || !beans.requestContext().isActive()) {
            return false;
        }
        RoutingContext current = beans.select(CurrentVertxRequest.class).get().getCurrent();
        return current != null && isWhyItFailed(current.response(), failure);
    }

    private static boolean isWhyItFailed(HttpServerResponse response, Throwable failure) {
        return response.closed()
                && Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                        .limit(20)
                        .anyMatch(cause -> cause instanceof HttpClosedException || cause instanceof IOException);
    }

    private static void handle(RoutingContext context) {
        HttpServerResponse response = context.response();
        boolean closed = context.failure() instanceof HttpClosedException || isWhyItFailed(response, context.failure());
        if (!closed) {
            context.next();
            return;
        }
        LOG.debugf(context.failure(), "The client left before it had its answer");
        if (!response.headWritten()) {
            response.setStatusCode(CommonProblems.MALFORMED.status());
        }
        if (!response.ended() && !response.closed()) {
            response.end();
        }
    }
}
