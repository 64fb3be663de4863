package io.cloudshop.gateway.problem;

import io.cloudshop.defaults.problem.ProblemType;

/** Every kind of error that the gateway adds to those that all services share, which are in CommonProblems. */
public final class GatewayProblems {

    public static final ProblemType UPSTREAM_UNAVAILABLE =
            new ProblemType("upstream-unavailable", 503, "Temporarily unavailable");
    public static final ProblemType UPSTREAM_TIMEOUT = new ProblemType("upstream-timeout", 504, "No answer in time");

    public static final ProblemType RATE_LIMITED = new ProblemType("rate-limited", 429, "Too many requests");

    private GatewayProblems() {}
}
