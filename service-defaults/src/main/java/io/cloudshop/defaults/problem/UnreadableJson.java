package io.cloudshop.defaults.problem;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A body that is JSON but not what is asked for, without Jackson's own words, which name classes. */
public final class UnreadableJson {

    private UnreadableJson() {}

    /** 422 where a value type (money, for one) refused what the JSON held, else 400. */
    public static DomainException of(JsonMappingException exception) {
        String field = exception.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        return switch (exception) {
            case ValueInstantiationException refused -> refused(field, refused.getCause());
            case UnrecognizedPropertyException unknown -> malformed("There is no field " + field + " here.");
            default ->
                malformed(
                        field.isEmpty()
                                ? "The body is JSON, but not what this address reads."
                                : "The field " + field + " is missing or of a wrong type.");
        };
    }

    private static DomainException refused(String field, Throwable reason) {
        String message = reason instanceof IllegalArgumentException refused ? refused.getMessage() : "is not valid";
        return new DomainException(
                        CommonProblems.INVALID, "The request is well-formed but some values are not acceptable.")
                .with("violations", List.of(Map.of("field", field, "message", message)));
    }

    private static DomainException malformed(String detail) {
        return new DomainException(CommonProblems.MALFORMED, detail);
    }
}
