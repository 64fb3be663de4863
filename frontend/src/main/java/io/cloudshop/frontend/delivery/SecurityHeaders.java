package io.cloudshop.frontend.delivery;

import io.cloudshop.frontend.configuration.GatewayConfiguration;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;

/** Tells browsers, with every answer, what this site may do: run its own code, talk to its own API, and nothing else. */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_ANY_ANSWER = 1_000;

    private final MultiMap headers;

    SecurityHeaders(GatewayConfiguration gateway) {
        this.headers = MultiMap.caseInsensitiveMultiMap()
                .add("Content-Security-Policy", contentSecurityPolicy(gateway))
                .add("X-Content-Type-Options", "nosniff")
                .add("X-Frame-Options", "DENY")
                .add("Referrer-Policy", "strict-origin-when-cross-origin")
                .add("Cross-Origin-Opener-Policy", "same-origin")
                .add("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, BEFORE_ANY_ANSWER);
    }

    private void add(RoutingContext context) {
        context.response().headers().setAll(headers);
        context.next();
    }

    private static String contentSecurityPolicy(GatewayConfiguration gateway) {
        String api = gateway.url().map(SecurityHeaders::origin).map(" "::concat).orElse("");
        return String.join(
                "; ",
                "default-src 'self'",
                "connect-src 'self'" + api,
                "img-src 'self' data:",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
