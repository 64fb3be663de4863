package io.cloudshop.gateway.problem;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.request.RequestId;
import io.cloudshop.gateway.headers.SecurityHeaders;
import io.cloudshop.gateway.metrics.RequestLabels;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** The last resort: what a handler failed on becomes a problem that says nothing of the inside. */
@ApplicationScoped
public class UnexpectedFailures implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(UnexpectedFailures.class);

    @Override
    public void handle(RoutingContext context) {
        if (!context.response().headers().contains(RequestId.HEADER)) {
            completeWhatNoStepSaw(context);
        }
        Problems.answer(context, toProblem(context));
    }

    /** The router fails a request without a usable path or host before any handler. */
    private static void completeWhatNoStepSaw(RoutingContext context) {
        String id = RequestId.takenOverOrMade(context.request().getHeader(RequestId.HEADER));
        context.response().putHeader(RequestId.HEADER, id);
        SecurityHeaders.promise(context);
        RequestLabels.setUnknown(context);
    }

    private static DomainException toProblem(RoutingContext context) {
        if (context.failure() instanceof DomainException problem) {
            return problem;
        }
        int status = context.statusCode();
        if (status >= 400 && status < 500) {
            return new DomainException(CommonProblems.ofStatus(status), "The request cannot be understood.");
        }
        LOG.error("A request failed unexpectedly", context.failure());
        return new DomainException(
                CommonProblems.INTERNAL,
                "Something went wrong on our side; give the X-Request-Id of this answer when you report it.");
    }
}
