package io.cloudshop.defaults.security;

import io.cloudshop.defaults.problem.CommonProblems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * 401 with a challenge (RFC 6750, section 3). It replaces the problem library's own, which reads a field that Quarkus
 * 3.32 does not have any more and answers 500.
 */
final class AuthenticationProblem {

    private AuthenticationProblem() {}

    static HttpProblem withChallenge(String challenge) {
        return HttpProblem.builder()
                .withType(CommonProblems.UNAUTHORIZED.uri())
                .withTitle(CommonProblems.UNAUTHORIZED.title())
                .withStatus(CommonProblems.UNAUTHORIZED.status())
                .withDetail("A valid access token is required: Authorization: Bearer <token>.")
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
