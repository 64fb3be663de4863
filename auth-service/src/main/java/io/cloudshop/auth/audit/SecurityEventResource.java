package io.cloudshop.auth.audit;

import io.cloudshop.auth.token.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What happened to accounts and sessions, for administrators to look into. */
@Path("/api/v1/admin/users/security-events")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "User administration")
public class SecurityEventResource {

    private final SecurityEventRepository events;

    SecurityEventResource(SecurityEventRepository events) {
        this.events = events;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "listSecurityEvents", summary = "What happened to accounts and sessions, newest first")
    public SecurityEventPage list(
            @QueryParam("after") @Parameter(description = "The nextCursor of an earlier answer") UUID after,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        return SecurityEventPage.of(events.newestFirst(after, size + 1), size);
    }
}
