package io.cloudshop.orders.order;

import io.cloudshop.orders.caller.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The caller's own orders, to look at. */
@Path("/api/v1/orders")
@Tag(name = "Orders")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"customer", "admin"})
@RunOnVirtualThread
public class OrderResource {

    private final OrderRepository orders;
    private final OrderAudit audit;
    private final Caller caller;

    OrderResource(OrderRepository orders, OrderAudit audit, Caller caller) {
        this.orders = orders;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(operationId = "listOrders", summary = "My orders, newest first")
    public OrderPage list(
            @QueryParam("status") OrderStatus status,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        return OrderPage.of(orders.newestFirst(caller.userId(), status, OrderPage.idOf(after), size), size);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getOrder", summary = "One of my orders")
    public OrderView get(@RestPath UUID id) {
        return OrderView.of(orders.requireOwn(id, caller.userId()));
    }

    @GET
    @Path("/{id}/history")
    @Transactional
    @Operation(operationId = "getOrderHistory", summary = "What one of my orders was and is, and since when")
    public OrderHistory history(@RestPath UUID id) {
        return audit.historyOf(orders.requireOwn(id, caller.userId()));
    }
}
