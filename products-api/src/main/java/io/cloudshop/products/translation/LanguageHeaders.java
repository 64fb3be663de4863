package io.cloudshop.products.translation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Tells caches that the answer is another one in another language (RFC 9110, 12.5.5), and readers which this is. */
@Provider
@Localized
public class LanguageHeaders implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (response.getStatus() < 400) {
            String lang = request.getUriInfo().getQueryParameters().getFirst(LanguageChoice.PARAMETER);
            ContentLanguage language = ContentLanguage.of(lang, request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        }
    }
}
