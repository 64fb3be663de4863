package io.cloudshop.auth.problem;

import io.cloudshop.defaults.problem.ProblemType;

/** Every kind of error about the accounts and their sessions; what all services share is in CommonProblems. */
public final class AuthProblems {

    public static final ProblemType EMAIL_TAKEN = new ProblemType("email-taken", 409, "Email address taken");
    public static final ProblemType INVALID_CREDENTIALS =
            new ProblemType("invalid-credentials", 401, "Wrong email address or password");

    private AuthProblems() {}
}
