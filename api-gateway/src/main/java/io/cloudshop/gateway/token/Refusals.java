package io.cloudshop.gateway.token;

import io.cloudshop.gateway.problem.Problems;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers what {@link TokenGate} has refused, a step later so that whoever tries tokens is counted, too. */
@ApplicationScoped
public class Refusals implements Handler<RoutingContext> {

    @Override
    public void handle(RoutingContext context) {
        Caller.refusal(context).ifPresentOrElse(problem -> Problems.answer(context, problem), context::next);
    }
}
