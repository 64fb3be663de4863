package io.cloudshop.defaults.problem;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule of the domain said no. The message tells the client what to change, so it never names a class, a table or a
 * secret. Extra members of the problem body go into {@link #with}, extra headers into {@link #header}.
 */
public class DomainException extends RuntimeException {

    private final transient ProblemType type;
    private final transient Map<String, Object> members = new LinkedHashMap<>();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    public DomainException(ProblemType type, String detail) {
        super(detail);
        this.type = type;
    }

    public DomainException(ProblemType type, String detail, Throwable cause) {
        super(detail, cause);
        this.type = type;
    }

    public final DomainException with(String member, Object value) {
        members.put(member, value);
        return this;
    }

    public final DomainException header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public final ProblemType type() {
        return type;
    }

    public final Map<String, Object> members() {
        return members;
    }

    public final Map<String, String> headers() {
        return headers;
    }
}
