package io.cloudshop.frontend.delivery;

import static java.util.stream.Collectors.joining;

import io.cloudshop.frontend.configuration.ApiAddress;
import io.cloudshop.frontend.configuration.PictureConfiguration;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells browsers, with every answer, what this site may do: run its own code, talk to its own API, and nothing else. */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_ANY_ANSWER = 1_000;

    private final Map<String, String> headers;

    SecurityHeaders(ApiAddress api, PictureConfiguration pictures) {
        this.headers = Map.of(
                "Content-Security-Policy",
                        contentSecurityPolicy(api.origins(), pictures.origins().orElse(List.of())),
                "X-Content-Type-Options", "nosniff",
                "X-Frame-Options", "DENY",
                "Referrer-Policy", "strict-origin-when-cross-origin",
                "Cross-Origin-Opener-Policy", "same-origin",
                "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }

    void register(@Observes Filters filters) {
        // Vite's development server injects inline code, which the policy is there to forbid.
        if (!LaunchMode.current().isDev()) {
            filters.register(this::add, BEFORE_ANY_ANSWER);
        }
    }

    private void add(RoutingContext context) {
        addTo(context.response().headers());
        context.next();
    }

    void addTo(MultiMap answer) {
        headers.forEach(answer::set);
    }

    static String contentSecurityPolicy(List<String> apiOrigins, List<String> pictureOrigins) {
        return String.join(
                "; ",
                "default-src 'self'",
                with("connect-src 'self'", apiOrigins),
                with(with("img-src 'self' data:", apiOrigins), pictureOrigins),
                "worker-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                // Text becomes code nowhere, not even by mistake: by this policy nothing but the address of the service
                // worker.
                "require-trusted-types-for 'script'",
                "trusted-types cloudshop-worker");
    }

    private static String with(String directive, List<String> origins) {
        return Stream.concat(Stream.of(directive), origins.stream()).collect(joining(" "));
    }
}
