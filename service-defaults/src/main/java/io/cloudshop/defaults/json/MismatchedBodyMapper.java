package io.cloudshop.defaults.json;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.cloudshop.defaults.problem.CommonProblems;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import java.util.stream.Collectors;

/** The body is JSON but not of the shape that is asked for: 400, without Jackson's own words, which name classes. */
@Provider
@Priority(CommonProblems.BEFORE_THE_LIBRARY)
public class MismatchedBodyMapper extends ExceptionMapperBase<MismatchedInputException> {

    @Override
    protected HttpProblem toProblem(MismatchedInputException exception) {
        return mismatch(exception);
    }

    static HttpProblem mismatch(JsonMappingException exception) {
        String field = field(exception);
        return malformed(
                field.isEmpty()
                        ? "The body is JSON, but not what this address reads."
                        : "The field " + field + " is missing or of a wrong type.");
    }

    static String field(JsonMappingException exception) {
        return exception.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    static HttpProblem malformed(String detail) {
        return HttpProblem.builder()
                .withType(CommonProblems.MALFORMED.uri())
                .withTitle(CommonProblems.MALFORMED.title())
                .withStatus(CommonProblems.MALFORMED.status())
                .withDetail(detail)
                .build();
    }
}
