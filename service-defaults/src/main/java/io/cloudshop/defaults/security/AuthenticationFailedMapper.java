package io.cloudshop.defaults.security;

import io.cloudshop.defaults.problem.CommonProblems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** There is a token, but it is not valid. */
@Provider
@Priority(CommonProblems.BEFORE_THE_LIBRARY)
public class AuthenticationFailedMapper extends ExceptionMapperBase<AuthenticationFailedException> {

    @Override
    protected HttpProblem toProblem(AuthenticationFailedException exception) {
        return AuthenticationProblem.withChallenge("Bearer error=\"invalid_token\"");
    }
}
