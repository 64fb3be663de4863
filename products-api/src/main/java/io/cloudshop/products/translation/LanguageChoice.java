package io.cloudshop.products.translation;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** In which language a customer reads. */
public record LanguageChoice(
        @QueryParam(LanguageChoice.PARAMETER)
        @Size(max = 35)
        @Parameter(
                description =
                        "Language of names, descriptions and labels, en or fr; wins over Accept-Language. English where a translation is missing",
                example = "fr")
        String lang,

        @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
        @Parameter(
                description = "Language of names, descriptions and labels, as browsers send it",
                example = "fr-CA, fr;q=0.9")
        String accepted) {

    static final String PARAMETER = "lang";

    public ContentLanguage language() {
        return ContentLanguage.of(lang, accepted);
    }
}
