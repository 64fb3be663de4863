package io.cloudshop.defaults.problem;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values that are not acceptable: 422, each named as the client knows it. */
final class Violations {

    private static final int METHOD_AND_PARAMETER = 2;

    private final Method method;

    private Violations(Method method) {
        this.method = method;
    }

    /**
     * The problem with every violation in it.
     *
     * @param method the resource's method whose parameters are not acceptable, null if there is none
     */
    static DomainException of(ConstraintViolationException exception, Method method) {
        return new Violations(method).problem(exception);
    }

    private DomainException problem(ConstraintViolationException exception) {
        List<Map<String, String>> violations = exception.getConstraintViolations().stream()
                .map(this::violation)
                .sorted(Comparator.comparing(violation -> violation.get("field")))
                .toList();
        return new DomainException(
                        CommonProblems.INVALID,
                        "The request is well-formed but some values are not acceptable; see violations.")
                .with("violations", violations);
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
