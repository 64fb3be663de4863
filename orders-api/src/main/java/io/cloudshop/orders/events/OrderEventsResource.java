package io.cloudshop.orders.events;

import io.cloudshop.orders.caller.Caller;
import io.cloudshop.orders.order.Order;
import io.cloudshop.orders.order.OrderChanges;
import io.cloudshop.orders.order.OrderRepository;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** An order's changes as they happen, from whichever replica. */
@Path("/api/v1/orders/{id}/events")
@Tag(name = "Orders")
@RolesAllowed({"customer", "admin"})
@RunOnVirtualThread
public class OrderEventsResource {

    private final OrderRepository orders;
    private final OrderChanges changes;
    private final OrderWatches watches;
    private final Caller caller;
    private final Clock clock;

    OrderEventsResource(
            OrderRepository orders, OrderChanges changes, OrderWatches watches, Caller caller, Clock clock) {
        this.orders = orders;
        this.changes = changes;
        this.watches = watches;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "watchOrder",
            summary = "Server-sent events `status`: the present one at once, then one a change, ending with the last")
    public void watch(@RestPath UUID id, @Context SseEventSink sink, @Context Sse sse) {
        UUID userId = caller.userId();
        Order order = orders.requireOwn(id, userId);
        OrderWatch watch =
                new OrderWatch(order.id(), userId, sink, sse, clock.instant().plus(OrderWatches.LONGEST));
        watches.add(watch);
        // Read again after the watch began: a change in between is then in one of the two.
        watch.send(OrderEvent.of(changes.read(id)));
    }
}
