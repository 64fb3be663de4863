package io.cloudshop.defaults.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;

/** The one place where a domain exception becomes a problem body. */
@Provider
public class DomainExceptionMapper extends ExceptionMapperBase<DomainException> {

    @Override
    protected HttpProblem toProblem(DomainException exception) {
        return toHttpProblem(exception);
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
}
