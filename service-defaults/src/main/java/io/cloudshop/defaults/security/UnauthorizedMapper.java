package io.cloudshop.defaults.security;

import io.cloudshop.defaults.problem.CommonProblems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;

/** There is no token where one is needed. */
@Provider
@Priority(CommonProblems.BEFORE_THE_LIBRARY)
public class UnauthorizedMapper extends ExceptionMapperBase<UnauthorizedException> {

    @Override
    protected HttpProblem toProblem(UnauthorizedException exception) {
        return AuthenticationProblem.withChallenge("Bearer");
    }
}
