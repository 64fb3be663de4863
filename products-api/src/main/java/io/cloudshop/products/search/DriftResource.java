package io.cloudshop.products.search;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Whether the search index says what the table says. */
@Path("/api/v1/search-index/drift")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Search index", description = "Role admin")
public class DriftResource {

    private final DriftBook book;

    DriftResource(DriftBook book) {
        this.book = book;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "getSearchDrift",
            summary = "How far the search index was from the catalogue when they were compared last")
    @APIResponse(responseCode = "200", description = "What was found")
    @APIResponse(responseCode = "401", description = "No valid access token")
    @APIResponse(responseCode = "403", description = "The token's roles do not allow this")
    public DriftView get() {
        return book.look();
    }
}
