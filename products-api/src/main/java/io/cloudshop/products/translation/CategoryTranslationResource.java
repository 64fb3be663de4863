package io.cloudshop.products.translation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What administrators call categories in other languages than the catalogue's own. */
@Path("/api/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Catalogue administration")
@APIResponse(responseCode = "400", description = "Not readable as what it should be")
@APIResponse(responseCode = "401", description = "No valid access token")
@APIResponse(responseCode = "403", description = "The token's roles do not allow this")
@APIResponse(responseCode = "404", description = "No such category, or no language that categories are translated into")
public class CategoryTranslationResource {

    private static final String TRANSLATION = "{slug}/translations/{lang}";

    private final Translations translations;

    CategoryTranslationResource(Translations translations) {
        this.translations = translations;
    }

    @PUT
    @Path(TRANSLATION)
    @Operation(operationId = "translateCategory", summary = "Say what a category is called in another language")
    @APIResponse(responseCode = "200", description = "As it is read now")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public CategoryTranslationInput put(
            @RestPath String slug, @RestPath String lang, @Valid @NotNull CategoryTranslationInput input) {
        ContentLanguage language = ContentLanguage.ofTranslation(lang);
        translations.putCategory(translations.requireCategory(slug), language, input.name());
        return input;
    }

    @DELETE
    @Path(TRANSLATION)
    @Operation(
            operationId = "removeCategoryTranslation",
            summary = "Show a category in English where it was translated")
    @APIResponse(responseCode = "204", description = "Gone, or never there")
    public void remove(@RestPath String slug, @RestPath String lang) {
        ContentLanguage language = ContentLanguage.ofTranslation(lang);
        translations.removeCategory(translations.requireCategory(slug), language);
    }
}
