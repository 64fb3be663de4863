package io.cloudshop.orders.fulfilment;

import io.cloudshop.orders.caller.Caller;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderAudit;
import io.cloudshop.orders.order.OrderChanges;
import io.cloudshop.orders.order.OrderHistory;
import io.cloudshop.orders.order.OrderPage;
import io.cloudshop.orders.order.OrderRepository;
import io.cloudshop.orders.order.OrderStatus;
import io.cloudshop.orders.order.OrderView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Everybody's orders, for those who pack and ship them. */
@Path("/api/v1/admin/orders")
@Tag(name = "Order administration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@RunOnVirtualThread
public class OrderAdministrationResource {

    private final OrderRepository orders;
    private final OrderChanges changes;
    private final OrderAudit audit;
    private final Caller caller;

    OrderAdministrationResource(OrderRepository orders, OrderChanges changes, OrderAudit audit, Caller caller) {
        this.orders = orders;
        this.changes = changes;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(operationId = "listAllOrders", summary = "All orders, newest first")
    public OrderPage list(
            @QueryParam("status") OrderStatus status,
            @QueryParam("userId") UUID userId,
            @QueryParam("after") String after,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        return OrderPage.of(orders.newestFirst(userId, status, OrderPage.idOf(after), size), size);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getAnyOrder", summary = "One order, whoever's it is")
    public OrderView get(@RestPath UUID id) {
        return OrderView.of(orders.require(id));
    }

    @GET
    @Path("/{id}/history")
    @Transactional
    @Operation(operationId = "getAnyOrderHistory", summary = "What an order was and is, and since when")
    public OrderHistory history(@RestPath UUID id) {
        return audit.historyOf(orders.require(id));
    }

    @POST
    @Path("/{id}/ship")
    @Operation(operationId = "shipOrder", summary = "The parcel has left")
    public OrderView ship(@RestPath UUID id) {
        return OrderView.of(changes.applyFor(caller.userId(), id, Order::ship));
    }

    @POST
    @Path("/{id}/deliver")
    @Operation(operationId = "deliverOrder", summary = "The parcel has arrived")
    public OrderView deliver(@RestPath UUID id) {
        return OrderView.of(changes.applyFor(caller.userId(), id, Order::deliver));
    }
}
