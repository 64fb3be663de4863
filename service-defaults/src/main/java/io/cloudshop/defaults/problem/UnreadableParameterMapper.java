package io.cloudshop.defaults.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;

/**
 * Jakarta REST answers 404 to a parameter it cannot convert. For a path that is right, the thing cannot exist; for a
 * query it would hide a typing error, so that is 400 here.
 */
@Provider
@Priority(CommonProblems.BEFORE_THE_LIBRARY)
public class UnreadableParameterMapper extends ExceptionMapperBase<NotFoundException> {

    @Context
    UriInfo uri;

    @Inject
    CurrentVertxRequest request;

    @Override
    protected HttpProblem toProblem(NotFoundException exception) {
        boolean badQuery = exception.getCause() != null
                && uri.getPathParameters().values().stream()
                        .flatMap(List::stream)
                        .allMatch(UnreadableParameterMapper::isIdentifier);
        DomainException problem = badQuery
                ? new DomainException(
                        CommonProblems.MALFORMED,
                        // As it came: what a client sends is not always a URI in Java's sense.
                        "A query parameter has a wrong format: "
                                + request.getCurrent().request().query())
                : new DomainException(CommonProblems.NOT_FOUND, "There is nothing at this address.");
        return DomainExceptionMapper.toHttpProblem(problem);
    }

    private static boolean isIdentifier(String value) {
        try {
            UUID.fromString(value);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
