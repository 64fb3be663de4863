package io.cloudshop.frontend.delivery;

import io.cloudshop.defaults.edge.RefusalCustomizer;
import io.cloudshop.defaults.problem.DomainException;
import io.quarkus.arc.Unremovable;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;

/** Requests that are refused before any code of the page: browsers get a page that says so, with the usual headers. */
@Unremovable
@ApplicationScoped
class RefusedRequests implements RefusalCustomizer {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
              <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>CloudShop</title></head>
              <body><main><h1>%s</h1><p>%s</p><p><a href="/">%s</a></p></main></body>
            </html>
            """;
    private static final String ENGLISH = String.format(
            Locale.ROOT,
            PAGE,
            "en",
            "This address does not work",
            "Your browser asked for something in a way that the shop does not understand.",
            "Go to the shop");
    private static final String FRENCH = String.format(
            Locale.ROOT,
            PAGE,
            "fr",
            "Cette adresse ne fonctionne pas",
            "La boutique ne comprend pas la demande de votre navigateur.",
            "Aller à la boutique");

    private final SecurityHeaders securityHeaders;

    RefusedRequests(SecurityHeaders securityHeaders) {
        this.securityHeaders = securityHeaders;
    }

    @Override
    public void complete(MultiMap answer, MultiMap request) {
        securityHeaders.addTo(answer);
        answer.add(HttpHeaders.VARY, "Accept, Accept-Language");
    }

    @Override
    public Optional<String> page(DomainException problem, MultiMap request) {
        String accept = request.get(HttpHeaders.ACCEPT);
        if (accept == null || !accept.contains("text/html")) {
            return Optional.empty();
        }
        String languages = request.get(HttpHeaders.ACCEPT_LANGUAGE);
        boolean french = languages != null && languages.toLowerCase(Locale.ROOT).startsWith("fr");
        return Optional.of(french ? FRENCH : ENGLISH);
    }
}
