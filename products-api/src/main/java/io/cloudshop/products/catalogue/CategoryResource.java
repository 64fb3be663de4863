package io.cloudshop.products.catalogue;

import io.cloudshop.products.translation.LanguageChoice;
import io.cloudshop.products.translation.Localized;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The categories that products are in. */
@Path("/api/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Catalogue")
public class CategoryResource {

    private final Catalogue catalogue;
    private final LocalizedCatalogue localized;

    CategoryResource(Catalogue catalogue, LocalizedCatalogue localized) {
        this.catalogue = catalogue;
        this.localized = localized;
    }

    @GET
    @Localized
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = Caching.REVALIDATE)
    @Operation(operationId = "listCategories", summary = "Categories that have products, by name")
    @APIResponse(responseCode = "200", description = "All of them")
    public List<Category> list(@Valid @BeanParam LanguageChoice choice) {
        return localized.categories(catalogue.categories(), choice.language());
    }
}
