package io.cloudshop.defaults.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A value type (money, for one) refused what the JSON held: 422, with the field and the type's own sentence. */
@Provider
public class InvalidValueMapper extends ExceptionMapperBase<ValueInstantiationException> {

    @Override
    protected HttpProblem toProblem(ValueInstantiationException exception) {
        String field = exception.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        String message = exception.getCause() instanceof IllegalArgumentException refused
                ? refused.getMessage()
                : "is not valid";
        return DomainExceptionMapper.toHttpProblem(new DomainException(
                        CommonProblems.INVALID, "The request is well-formed but some values are not acceptable.")
                .with("violations", List.of(Map.of("field", field, "message", message))));
    }
}
