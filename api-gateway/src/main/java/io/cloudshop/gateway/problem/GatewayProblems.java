package io.cloudshop.gateway.problem;

import io.cloudshop.defaults.problem.ProblemType;

/** Every kind of error about a service behind the gateway that does not answer; what all services share is in CommonProblems. */
public final class GatewayProblems {

    public static final ProblemType UPSTREAM_UNAVAILABLE =
            new ProblemType("upstream-unavailable", 503, "Temporarily unavailable");
    public static final ProblemType UPSTREAM_TIMEOUT = new ProblemType("upstream-timeout", 504, "No answer in time");

    private GatewayProblems() {}
}
