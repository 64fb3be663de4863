package io.cloudshop.defaults.problem;

import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The one place where an exception becomes a problem body. The problem library does the same for the exceptions of
 * Jakarta REST, and {@link ProblemDefaults} gives those a type of ours. Types for which the library or Quarkus has a
 * mapper of its own are named here, since the nearest type wins.
 */
public class ProblemMapper {

    private static final int BEFORE_THE_LIBRARY = 500;

    @Context
    ResourceInfo resource;

    private final CurrentVertxRequest request;

    ProblemMapper(CurrentVertxRequest request) {
        this.request = request;
    }

    @ServerExceptionMapper(
            value = {
                Exception.class,
                NotFoundException.class,
                ConstraintViolationException.class,
                MismatchedInputException.class,
                InvalidDefinitionException.class,
                InvalidFormatException.class,
                UnrecognizedPropertyException.class,
                ValueInstantiationException.class,
                AuthenticationFailedException.class,
                UnauthorizedException.class
            },
            priority = BEFORE_THE_LIBRARY)
    public Response toResponse(Throwable thrown, UriInfo uri) {
        HttpProblem problem = toHttpProblem(problemOf(thrown, uri));
        return ExceptionMapperBase.postProcessorsRegistry
                .applyPostProcessing(problem, ProblemContext.of(thrown, uri))
                .toResponse();
    }

    static HttpProblem toHttpProblem(DomainException exception) {
        HttpProblem.Builder problem = HttpProblem.builder()
                .withType(exception.type().uri())
                .withTitle(exception.type().title())
                .withStatus(exception.type().status())
                .withDetail(exception.getMessage());
        exception.members().forEach(problem::with);
        exception.headers().forEach(problem::withHeader);
        return problem.build();
    }

    private DomainException problemOf(Throwable thrown, UriInfo uri) {
        return switch (thrown) {
            case ConstraintViolationException refused -> Violations.of(refused, resource.getResourceMethod());
            case ValueInstantiationException refused -> UnreadableJson.of(refused);
            case MismatchedInputException mismatch -> UnreadableJson.of(mismatch);
            case NotFoundException absent -> absent(absent, uri);
            case AuthenticationFailedException invalid -> unauthorized("Bearer error=\"invalid_token\"");
            case UnauthorizedException missing -> unauthorized("Bearer");
            default -> Unexpected.of(thrown);
        };
    }

    /**
     * Jakarta REST answers 404 to a parameter it cannot convert. For a path that is right, the thing cannot exist; for a
     * query it would hide a typing error, so that is 400 here.
     */
    private DomainException absent(NotFoundException exception, UriInfo uri) {
        boolean badQuery = exception.getCause() != null
                && uri.getPathParameters().values().stream()
                        .flatMap(List::stream)
                        .allMatch(ProblemMapper::isIdentifier);
        return badQuery
                ? new DomainException(
                        CommonProblems.MALFORMED,
                        // As it came: what a client sends is not always a URI in Java's sense.
                        "A query parameter has a wrong format: "
                                + request.getCurrent().request().query())
                : new DomainException(CommonProblems.NOT_FOUND, "There is nothing at this address.");
    }

    /** With a challenge (RFC 6750, section 3); the library's own mappers answer 500, see ADR 17. */
    private static DomainException unauthorized(String challenge) {
        return new DomainException(
                        CommonProblems.UNAUTHORIZED, "A valid access token is required: Authorization: Bearer <token>.")
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge);
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
