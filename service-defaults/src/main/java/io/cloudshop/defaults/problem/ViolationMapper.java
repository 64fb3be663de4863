package io.cloudshop.defaults.problem;

import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.annotation.Priority;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Values that are not acceptable: 422, each named as the client knows it. The problem library's own mapper adds a member
 * that the contract does not have, and names an element of a list in the validator's words.
 */
@Provider
@Priority(CommonProblems.BEFORE_THE_LIBRARY)
public class ViolationMapper extends ExceptionMapperBase<ConstraintViolationException> {

    private static final int METHOD_AND_PARAMETER = 2;

    @Context
    ResourceInfo resource;

    @Override
    protected HttpProblem toProblem(ConstraintViolationException exception) {
        List<Map<String, String>> violations = exception.getConstraintViolations().stream()
                .map(this::violation)
                .sorted(Comparator.comparing(violation -> violation.get("field")))
                .toList();
        return DomainExceptionMapper.toHttpProblem(new DomainException(
                        CommonProblems.INVALID,
                        "The request is well-formed but some values are not acceptable; see violations.")
                .with("violations", violations));
    }

    private Map<String, String> violation(ConstraintViolation<?> violation) {
        return Map.of("field", field(violation.getPropertyPath()), "message", violation.getMessage());
    }

    private String field(Path path) {
        List<Path.Node> nodes = new ArrayList<>();
        path.forEach(nodes::add);
        if (nodes.getFirst().getKind() != ElementKind.METHOD) {
            return named(nodes);
        }
        Path.ParameterNode parameter = nodes.get(1).as(Path.ParameterNode.class);
        String inTheBody = named(nodes.subList(METHOD_AND_PARAMETER, nodes.size()));
        return inTheBody.isEmpty() ? name(parameter) : inTheBody;
    }

    /** An element of a list has no name of its own: the node before it has the index. */
    private static String named(List<Path.Node> nodes) {
        return nodes.stream()
                .filter(node -> node.getKind() != ElementKind.CONTAINER_ELEMENT)
                .map(Path.Node::toString)
                .collect(Collectors.joining("."));
    }

    private String name(Path.ParameterNode node) {
        Method method = resource.getResourceMethod();
        if (method == null || node.getParameterIndex() >= method.getParameterCount()) {
            return node.getName();
        }
        Parameter parameter = method.getParameters()[node.getParameterIndex()];
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            return parameter.getAnnotation(QueryParam.class).value();
        }
        return parameter.isAnnotationPresent(HeaderParam.class)
                ? parameter.getAnnotation(HeaderParam.class).value()
                : node.getName();
    }
}
