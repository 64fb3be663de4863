package io.cloudshop.orders.sales;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How the shop does. */
@Path("/api/v1/admin/orders/sales")
@Tag(name = "Order administration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@RunOnVirtualThread
public class SalesResource {

    private final SalesLedger ledger;

    SalesResource(SalesLedger ledger) {
        this.ledger = ledger;
    }

    @GET
    @Operation(
            operationId = "getSales",
            summary = "Orders and revenue by day",
            description =
                    "Of orders that are confirmed, shipped or delivered, by the day in UTC on which they were placed; days without any are there, too.")
    public Sales sales(
            @QueryParam("days")
                    @DefaultValue("30")
                    @Min(1)
                    @Max(90)
                    @Parameter(description = "How many, the last of which is today")
                    int days) {
        return new Sales(ledger.ofTheLast(days));
    }
}
