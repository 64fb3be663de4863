package io.cloudshop.gateway.proxy;

import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.gateway.problem.GatewayProblems;
import io.cloudshop.gateway.routing.Route;
import java.util.function.LongSupplier;

/**
 * What one request shows of its upstream, for the circuit and the metrics. It is complete with the head of an answer: how
 * long a stream goes on, and who ends it, is no news of whether the upstream answers.
 */
final class Observation {

    private final Route route;
    private final Circuit.Permit permit;
    private final UpstreamMetrics metrics;
    private final LongSupplier nanos;

    private boolean isComplete;

    /** @param nanos how long the upstream has had the request */
    Observation(Route route, Circuit.Permit permit, UpstreamMetrics metrics, LongSupplier nanos) {
        this.route = route;
        this.permit = permit;
        this.metrics = metrics;
        this.nanos = nanos;
    }

    /** Any status will do: a service that says 503 is there, knows better why, and may mean one of its operations. */
    void answered(int status) {
        permit.succeeded();
        complete(Outcome.ofStatus(status));
    }

    void clientLeft() {
        permit.saysNothing();
        complete(Outcome.CLIENT_GONE);
    }

    /** @param problem what the client is told */
    void failed(DomainException problem, Throwable cause) {
        boolean isOfClient = problem.type().status() < 500;
        if (isOfClient || UpstreamProblems.isOurLimit(cause)) {
            permit.saysNothing();
        } else {
            permit.failed(cause);
        }
        complete(isOfClient ? Outcome.CLIENT_ERROR : outcome(problem));
    }

    /** After the head of an answer, and not by the client. */
    void brokeOff() {
        metrics.brokeOff(route);
    }

    private static Outcome outcome(DomainException problem) {
        return problem.type() == GatewayProblems.UPSTREAM_TIMEOUT ? Outcome.TIMEOUT : Outcome.UNAVAILABLE;
    }

    private void complete(Outcome outcome) {
        if (!isComplete) {
            isComplete = true;
            metrics.record(route, outcome, nanos.getAsLong());
        }
    }
}
