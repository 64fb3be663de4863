package io.cloudshop.orders.reconciliation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Do the books agree? */
@Path("/api/v1/admin/reconciliation")
@Tag(name = "Order administration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@RunOnVirtualThread
public class ReconciliationResource {

    private final Reconciliation reconciliation;

    ReconciliationResource(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    @GET
    @Operation(
            operationId = "reconcile",
            summary = "Compare every order with its reservation and its payment",
            description =
                    "Counts are always of everything. Comparing a great many orders takes several calls: nextCursor says where to go on.")
    @APIResponse(responseCode = "200", description = "What was found in the time there is for an answer")
    public ReconciliationReport report(
            @QueryParam("after") @Parameter(description = "Cursor: compare from here on") UUID after) {
        return reconciliation.report(after);
    }
}
