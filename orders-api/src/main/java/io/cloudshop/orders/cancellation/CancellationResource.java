package io.cloudshop.orders.cancellation;

import io.cloudshop.orders.caller.Caller;
import io.cloudshop.orders.checkout.CheckoutSaga;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderChanges;
import io.cloudshop.orders.order.OrderRepository;
import io.cloudshop.orders.order.OrderView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The customer's way back, open until the parcel leaves. */
@Path("/api/v1/orders/{id}/cancel")
@Tag(name = "Orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"customer", "admin"})
@RunOnVirtualThread
public class CancellationResource {

    private final OrderRepository orders;
    private final OrderChanges changes;
    private final CheckoutSaga saga;
    private final Caller caller;

    CancellationResource(OrderRepository orders, OrderChanges changes, CheckoutSaga saga, Caller caller) {
        this.orders = orders;
        this.changes = changes;
        this.saga = saga;
        this.caller = caller;
    }

    /** Cancelled is decided at once; refund and stock follow, here if they can, by the recovery job if not. */
    @POST
    @Operation(
            operationId = "cancelOrder",
            summary = "Cancel a confirmed order: stock returns, the payment is refunded")
    @APIResponse(responseCode = "200", description = "Cancelled")
    @APIResponse(responseCode = "409", description = "Not confirmed, or no longer cancellable")
    public OrderView cancel(@RestPath UUID id) {
        UUID userId = caller.userId();
        orders.requireOwn(id, userId);
        Order cancelled = changes.applyFor(userId, id, Order::cancel);
        return OrderView.of(saga.advance(cancelled));
    }
}
