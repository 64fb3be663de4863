package io.cloudshop.gateway.token;

import static io.cloudshop.defaults.problem.CommonProblems.UNAUTHORIZED;

import io.cloudshop.defaults.problem.DomainException;

/** The refusals of RFC 6750, section 3: each names the scheme, and the error only where a token was given. */
final class TokenProblems {

    private static final String CHALLENGE = "WWW-Authenticate";

    private TokenProblems() {}

    static DomainException missing() {
        return new DomainException(UNAUTHORIZED, "A valid access token is required: Authorization: Bearer <token>.")
                .header(CHALLENGE, "Bearer realm=\"cloudshop\"");
    }

    static DomainException notBearer() {
        return new DomainException(
                        UNAUTHORIZED, "Only one header of this form is understood: Authorization: Bearer <token>.")
                .header(CHALLENGE, "Bearer realm=\"cloudshop\"");
    }

    static DomainException invalid(Throwable cause) {
        return new DomainException(UNAUTHORIZED, "The access token is expired or not valid; sign in again.", cause)
                .header(CHALLENGE, "Bearer realm=\"cloudshop\", error=\"invalid_token\"");
    }
}
