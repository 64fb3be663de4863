package io.cloudshop.gateway.routing;

import io.vertx.core.http.HttpMethod;
import java.util.Locale;
import java.util.Set;

/** What requests are counted as: each kind has a rate limit of its own, so that nobody reads away what he may write. */
public enum Traffic {
    READ,
    WRITE,
    /** Whatever has to do with signing in, where somebody might try passwords. */
    AUTH,
    IMPORT;

    private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    static Traffic of(HttpMethod method) {
        return READS.contains(method) ? READ : WRITE;
    }

    /** As clients, metrics and keys spell it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
