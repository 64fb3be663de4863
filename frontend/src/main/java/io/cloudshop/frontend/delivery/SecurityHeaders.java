package io.cloudshop.frontend.delivery;

import io.cloudshop.frontend.configuration.GatewayConfiguration;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;

/** Tells browsers, with every answer, what this site may do: run its own code, talk to its own API, and nothing else. */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_ANY_ANSWER = 1_000;

    private final Map<String, String> headers;

    SecurityHeaders(GatewayConfiguration gateway) {
        this.headers = Map.of(
                "Content-Security-Policy", contentSecurityPolicy(gateway),
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
        headers.forEach(context.response()::putHeader);
        context.next();
    }

    static String contentSecurityPolicy(GatewayConfiguration gateway) {
        String api = gateway.url().map(SecurityHeaders::origin).map(" "::concat).orElse("");
        return String.join(
                "; ",
                "default-src 'self'",
                "connect-src 'self'" + api,
                // Where pictures of products are is for the catalogue's administrators to say (imageUrl).
                "img-src 'self' data: https:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
