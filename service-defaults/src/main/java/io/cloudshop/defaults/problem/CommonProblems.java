package io.cloudshop.defaults.problem;

import java.util.HashMap;
import java.util.Map;

/** The problem types that are not particular to one service, by status. */
public final class CommonProblems {

    private static final Map<Integer, ProblemType> BY_STATUS = new HashMap<>();

    public static final ProblemType MALFORMED = shared("malformed", 400, "Malformed request");
    public static final ProblemType UNAUTHORIZED = shared("unauthorized", 401, "Sign in first");
    public static final ProblemType FORBIDDEN = shared("forbidden", 403, "Not allowed");
    public static final ProblemType NOT_FOUND = shared("not-found", 404, "Not found");
    public static final ProblemType METHOD_NOT_ALLOWED = shared("method-not-allowed", 405, "Method not allowed");
    public static final ProblemType NOT_ACCEPTABLE = shared("not-acceptable", 406, "Not acceptable");
    public static final ProblemType REQUEST_TIMEOUT = shared("request-timeout", 408, "Request not complete in time");
    public static final ProblemType CONFLICT = shared("conflict", 409, "Conflict");
    public static final ProblemType PRECONDITION_FAILED = shared("precondition-failed", 412, "Changed in the meantime");
    public static final ProblemType TOO_LARGE = shared("too-large", 413, "Body too large");
    public static final ProblemType URI_TOO_LONG = shared("uri-too-long", 414, "Address too long");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            shared("unsupported-media-type", 415, "Unsupported media type");
    public static final ProblemType EXPECTATION_FAILED = shared("expectation-failed", 417, "Expectation failed");
    public static final ProblemType INVALID = shared("invalid", 422, "Invalid input");
    public static final ProblemType PRECONDITION_REQUIRED =
            shared("precondition-required", 428, "Precondition required");
    public static final ProblemType HEADERS_TOO_LARGE = shared("headers-too-large", 431, "Request headers too large");
    public static final ProblemType INTERNAL = shared("internal", 500, "Internal error");
    public static final ProblemType UNAVAILABLE = shared("unavailable", 503, "Temporarily unavailable");

    public static final ProblemType VERSION_NOT_SUPPORTED =
            shared("http-version-not-supported", 505, "HTTP version not supported");

    private CommonProblems() {}

    private static ProblemType shared(String slug, int status, String title) {
        ProblemType type = new ProblemType(slug, status, title);
        BY_STATUS.put(status, type);
        return type;
    }

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
