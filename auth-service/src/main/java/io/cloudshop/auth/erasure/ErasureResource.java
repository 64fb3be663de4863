package io.cloudshop.auth.erasure;

import io.cloudshop.auth.token.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Tells orders-api whom to forget, as often as it asks, until it has (ADR 37). For services; the gateway leads nobody here. */
@Path("/api/v1/erasures")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@SecurityRequirement(name = "bearer")
@RolesAllowed(Roles.SERVICE)
@Tag(name = "Erasures")
public class ErasureResource {

    private final Erasures erasures;

    ErasureResource(Erasures erasures) {
        this.erasures = erasures;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "listErasures",
            summary = "Users who were deleted and are to be forgotten, the oldest first")
    public ErasureList list(@QueryParam("size") @DefaultValue("100") @Min(1) @Max(100) int size) {
        return new ErasureList(erasures.oldest(size));
    }

    @DELETE
    @Path("/{userId}")
    @Operation(operationId = "confirmErasure", summary = "The user is forgotten; idempotent")
    @APIResponse(responseCode = "204", description = "Nobody is asked about this user any more")
    public void confirm(@RestPath UUID userId) {
        erasures.done(userId);
    }
}
