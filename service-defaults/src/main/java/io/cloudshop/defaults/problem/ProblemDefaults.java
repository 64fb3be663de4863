package io.cloudshop.defaults.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Completes the problems that frameworks raise: each gets a type of ours and a detail that leaks nothing. */
@ApplicationScoped
public class ProblemDefaults implements ProblemPostProcessor {

    private static final URI BLANK = URI.create("about:blank");

    /** After the library's own processors, which fill in the instance. */
    @Override
    public int priority() {
        return 50;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        if (problem.getType() != null && !BLANK.equals(problem.getType())) {
            return problem;
        }
        ProblemType type = CommonProblems.ofStatus(problem.getStatusCode());
        return HttpProblem.builder(problem)
                .withType(type.uri())
                .withTitle(type.title())
                .withDetail(detail(problem, type))
                .build();
    }

    private static String detail(HttpProblem problem, ProblemType type) {
        return switch (type.status()) {
            case 401 -> "A valid access token is required: Authorization: Bearer <token>.";
            case 403 -> "Your account does not have the role this call needs.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not support the method; see the Allow header.";
            case 406 -> "This address cannot answer in the media type that Accept asks for.";
            case 415 -> "This address does not read the media type of the body; see Content-Type.";
            default -> problem.getDetail() == null ? type.title() + "." : problem.getDetail();
        };
    }
}
