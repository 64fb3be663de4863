package io.cloudshop.auth.problem;

import io.cloudshop.defaults.problem.ProblemType;

/** Every kind of error about the accounts and their sessions; what all services share is in CommonProblems. */
public final class AuthProblems {

    public static final ProblemType EMAIL_TAKEN = new ProblemType("email-taken", 409, "Email address taken");
    public static final ProblemType INVALID_CREDENTIALS =
            new ProblemType("invalid-credentials", 401, "Wrong email address or password");
    public static final ProblemType REFRESH_REUSED = new ProblemType("refresh-reused", 401, "Session ended for safety");
    public static final ProblemType REFRESH_REFUSED = new ProblemType("refresh-refused", 401, "Session over");
    public static final ProblemType LOGIN_THROTTLED = new ProblemType("login-throttled", 429, "Too many attempts");
    public static final ProblemType RESET_REFUSED = new ProblemType("reset-refused", 422, "Link no longer good");
    public static final ProblemType NO_MAIL = new ProblemType("no-mail", 503, "No mail server");
    public static final ProblemType ADDRESS_BOOK_FULL = new ProblemType("address-book-full", 422, "Address book full");
    public static final ProblemType LAST_ADMIN = new ProblemType("last-admin", 409, "Last administrator");
    public static final ProblemType NO_NEXT_KEY = new ProblemType("no-next-key", 409, "No next signing key");
    public static final ProblemType NEXT_KEY_TOO_NEW =
            new ProblemType("next-key-too-new", 409, "Next signing key too new");

    private AuthProblems() {}
}
