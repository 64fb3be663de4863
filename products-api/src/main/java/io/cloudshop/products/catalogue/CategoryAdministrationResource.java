package io.cloudshop.products.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How administrators present categories. They come and go with their products. */
@Path("/api/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Catalogue administration")
@APIResponse(responseCode = "400", description = "Not readable as what it should be")
@APIResponse(responseCode = "401", description = "No valid access token")
@APIResponse(responseCode = "403", description = "The token's roles do not allow this")
@APIResponse(responseCode = "404", description = "No such category")
public class CategoryAdministrationResource {

    private final Categories categories;

    CategoryAdministrationResource(Categories categories) {
        this.categories = categories;
    }

    @PUT
    @Path("{slug}")
    @Operation(
            operationId = "presentCategory",
            summary = "Say which picture a category has, and in which other it lies")
    @APIResponse(responseCode = "200", description = "As it is read now")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public CategoryInput put(@RestPath String slug, @Valid @NotNull CategoryInput input) {
        return categories.present(slug, input);
    }
}
