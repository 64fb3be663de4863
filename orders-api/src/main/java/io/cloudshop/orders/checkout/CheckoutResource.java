package io.cloudshop.orders.checkout;

import io.cloudshop.orders.caller.Caller;
import io.cloudshop.orders.order.OrderView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checkout. */
@Path("/api/v1/orders")
@Tag(name = "Orders")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({"customer", "admin"})
@RunOnVirtualThread
public class CheckoutResource {

    private static final String SANE_KEY = "[\\x21-\\x7E]{1,255}";

    private final IdempotentCheckout checkout;
    private final Caller caller;

    CheckoutResource(IdempotentCheckout checkout, Caller caller) {
        this.checkout = checkout;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "placeOrder", summary = "Check out: reserve, charge, confirm; repeatable by its key")
    @APIResponse(
            responseCode = "201",
            description = "Confirmed and paid",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(
            responseCode = "202",
            description = "Accepted, will be finished when the catalogue is back",
            content = @Content(schema = @Schema(implementation = OrderView.class)))
    @APIResponse(responseCode = "400", description = "Malformed, or without Idempotency-Key")
    @APIResponse(responseCode = "402", description = "payment-declined; payment-timeout: the provider did not answer")
    @APIResponse(
            responseCode = "409",
            description = "insufficient-stock: see shortages; cart-changed: the cart was ordered already, or is not of"
                    + " cartVersion; price-changed: lines and total are what it costs now; request-in-progress: the"
                    + " first request is still running; reservation-expired, reservation-refused,"
                    + " products-unavailable: the goods could not be had")
    @APIResponse(
            responseCode = "422",
            description = "invalid; empty-order; cart-full: more than 100 products;"
                    + " unknown-product; idempotency-key-reused: the key belongs to another body")
    public Response place(@HeaderParam("Idempotency-Key") String key, @Valid @NotNull PlaceOrder request) {
        if (key == null || !key.matches(SANE_KEY)) {
            throw CheckoutProblems.keyRequired();
        }
        return checkout.place(caller.userId(), key, request);
    }
}
