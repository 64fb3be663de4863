package io.cloudshop.defaults.problem;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The problem types that are not particular to one service, by status. */
public final class CommonProblems {

    /** The priority of an exception mapper of ours that must win over the problem library's for the same exception. */
    public static final int BEFORE_THE_LIBRARY = 500;

    public static final ProblemType MALFORMED = new ProblemType("malformed", 400, "Malformed request");
    public static final ProblemType UNAUTHORIZED = new ProblemType("unauthorized", 401, "Sign in first");
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403, "Not allowed");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", 406, "Not acceptable");
    public static final ProblemType REQUEST_TIMEOUT =
            new ProblemType("request-timeout", 408, "Request not complete in time");
    public static final ProblemType CONFLICT = new ProblemType("conflict", 409, "Conflict");
    public static final ProblemType PRECONDITION_FAILED =
            new ProblemType("precondition-failed", 412, "Changed in the meantime");
    public static final ProblemType TOO_LARGE = new ProblemType("too-large", 413, "Body too large");
    public static final ProblemType URI_TOO_LONG = new ProblemType("uri-too-long", 414, "Address too long");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "Unsupported media type");
    public static final ProblemType EXPECTATION_FAILED =
            new ProblemType("expectation-failed", 417, "Expectation failed");
    public static final ProblemType INVALID = new ProblemType("invalid", 422, "Invalid input");
    public static final ProblemType PRECONDITION_REQUIRED =
            new ProblemType("precondition-required", 428, "Precondition required");
    public static final ProblemType HEADERS_TOO_LARGE =
            new ProblemType("headers-too-large", 431, "Request headers too large");
    public static final ProblemType INTERNAL = new ProblemType("internal", 500, "Internal error");
    public static final ProblemType UNAVAILABLE = new ProblemType("unavailable", 503, "Temporarily unavailable");

    public static final ProblemType VERSION_NOT_SUPPORTED =
            new ProblemType("http-version-not-supported", 505, "HTTP version not supported");

    private static final Map<Integer, ProblemType> BY_STATUS = Stream.of(
                    MALFORMED,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    REQUEST_TIMEOUT,
                    CONFLICT,
                    PRECONDITION_FAILED,
                    TOO_LARGE,
                    URI_TOO_LONG,
                    UNSUPPORTED_MEDIA_TYPE,
                    EXPECTATION_FAILED,
                    INVALID,
                    PRECONDITION_REQUIRED,
                    HEADERS_TOO_LARGE,
                    INTERNAL,
                    UNAVAILABLE,
                    VERSION_NOT_SUPPORTED)
            .collect(Collectors.toUnmodifiableMap(ProblemType::status, type -> type));

    private CommonProblems() {}

    /** The type for a status that nobody described more closely. */
    public static ProblemType ofStatus(int status) {
        return BY_STATUS.getOrDefault(status, new ProblemType("http-" + status, status, "HTTP error " + status));
    }

    public static DomainException notFound(String what) {
        return new DomainException(NOT_FOUND, what + " does not exist.");
    }

    public static DomainException unavailable(String detail, Throwable cause) {
        return new DomainException(UNAVAILABLE, detail, cause).header("Retry-After", "1");
    }
}
