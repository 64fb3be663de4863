package io.cloudshop.defaults.problem;

import java.net.URI;
import java.util.Objects;

/**
 * One kind of error that clients can tell apart (RFC 9457, "problem type").
 *
 * @param slug the stable last part of the type URI, for example {@code insufficient-stock}
 * @param status the HTTP status that goes with it
 * @param title the human-readable summary, the same for every occurrence
 */
public record ProblemType(String slug, int status, String title) {

    /** What every type URI begins with; the name is reserved by RFC 2606, so nobody else can ever serve it. */
    public static final String BASE = "https://cloudshop.example/problems/";

    public ProblemType {
        Objects.requireNonNull(slug);
        Objects.requireNonNull(title);
    }

    public URI uri() {
        return URI.create(BASE + slug);
    }
}
