package io.cloudshop.gateway.headers;

import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/**
 * Puts the headers that protect a browser's user on every answer, once, whoever gave it. Quarkus' own setting ({@code
 * quarkus.http.header.*}) writes them before the answer of a service is there, which would add its own, and knows neither the
 * documents' page nor TLS.
 */
@ApplicationScoped
public class SecurityHeaders implements Handler<RoutingContext> {

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");

    private static final String CONTENT_POLICY = "Content-Security-Policy";
    private static final String OF_DATA = "default-src 'none'; frame-ancestors 'none'";

    /** Swagger UI writes style attributes and shows images of its own as data URLs. */
    private static final String OF_THE_DOCS =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String RESOURCE_POLICY = "Cross-Origin-Resource-Policy";
    private static final String TRANSPORT_SECURITY = "Strict-Transport-Security";
    private static final String A_YEAR = "max-age=31536000; includeSubDomains";

    @Override
    public void handle(RoutingContext context) {
        promise(context);
        context.next();
    }

    /** Completes the head of the answer just before it is written. */
    public static void promise(RoutingContext context) {
        boolean docs = isPageOfTheDocs(context.request().path());
        boolean secure = "https".equals(context.request().scheme());
        context.addHeadersEndHandler(written -> complete(context.response().headers(), docs, secure));
    }

    private static boolean isPageOfTheDocs(String path) {
        return path != null && (path.equals("/docs") || path.startsWith("/docs/"));
    }

    /** The same for an answer that no step of the gateway sees. */
    public static void complete(MultiMap answer) {
        complete(answer, false, false);
    }

    private static void complete(MultiMap headers, boolean docs, boolean secure) {
        ALWAYS.forEach(headers::set);
        headers.set(CONTENT_POLICY, docs ? OF_THE_DOCS : OF_DATA);
        setIfMissing(headers, RESOURCE_POLICY, "same-site");
        setIfMissing(headers, HttpHeaders.CACHE_CONTROL.toString(), "no-store");
        if (secure) {
            headers.set(TRANSPORT_SECURITY, A_YEAR);
        } else {
            headers.remove(TRANSPORT_SECURITY);
        }
    }

    private static void setIfMissing(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }
}
