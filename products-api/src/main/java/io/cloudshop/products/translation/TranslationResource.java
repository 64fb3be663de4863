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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What administrators call products in other languages than the catalogue's own; read by {@code GET} with {@code lang}. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Catalogue administration")
@APIResponse(responseCode = "400", description = "Not readable as what it should be")
@APIResponse(responseCode = "401", description = "No valid access token")
@APIResponse(responseCode = "403", description = "The token's roles do not allow this")
@APIResponse(responseCode = "404", description = "No such product, or no language that products are translated into")
public class TranslationResource {

    private static final String TRANSLATION =
            "{id: [0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}}/translations/{lang}";

    private final Translations translations;

    TranslationResource(Translations translations) {
        this.translations = translations;
    }

    @PUT
    @Path(TRANSLATION)
    @Operation(operationId = "translateProduct", summary = "Say what a product is called in another language")
    @APIResponse(responseCode = "200", description = "As it is read now")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public TranslationInput put(@RestPath UUID id, @RestPath String lang, @Valid @NotNull TranslationInput input) {
        ContentLanguage language = ContentLanguage.ofTranslation(lang);
        translations.requireLive(id);
        translations.putProduct(id, language, input.name(), input.description());
        return input;
    }

    @DELETE
    @Path(TRANSLATION)
    @Operation(operationId = "removeTranslation", summary = "Show a product in English where it was translated")
    @APIResponse(responseCode = "204", description = "Gone, or never there")
    public void remove(@RestPath UUID id, @RestPath String lang) {
        ContentLanguage language = ContentLanguage.ofTranslation(lang);
        translations.requireLive(id);
        translations.removeProduct(id, language);
    }
}
