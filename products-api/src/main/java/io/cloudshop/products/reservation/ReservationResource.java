package io.cloudshop.products.reservation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Stock for orders. Only other services may call it; the gateway does not know it. */
@Path("/api/v1/reservations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("service")
@Tag(name = "Reservations", description = "Role service; not reachable through the gateway")
@APIResponse(responseCode = "400", description = "Not readable as what it should be")
@APIResponse(responseCode = "401", description = "No valid access token")
@APIResponse(responseCode = "403", description = "The token's roles do not allow this")
public class ReservationResource {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Reservations reservations;
    private final ReservationRepository repository;
    private final JsonWebToken caller;

    ReservationResource(Reservations reservations, ReservationRepository repository, JsonWebToken caller) {
        this.reservations = reservations;
        this.repository = repository;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(operationId = "reserve", summary = "Hold stock for an order, all lines or none", description = """
                    Idempotent by orderId: the same lines again give the same answer, with the status of the moment. An order whose \
                    units were given back or expired never gets them again. A refusal is not remembered.""")
    @APIResponse(
            responseCode = "201",
            description = "Held until expiresAt",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @APIResponse(responseCode = "404", description = "unknown-product: see productIds")
    @APIResponse(
            responseCode = "409",
            description =
                    "insufficient-stock: every short line is in shortages; reservation-expired, reservation-released: the order had its chance")
    @APIResponse(responseCode = "422", description = "invalid; reservation-mismatch: the order id has other lines")
    public ReservationView reserve(@Valid @NotNull ReservationRequest request) {
        return reservations.reserve(request);
    }

    @POST
    @Path("/{orderId}/confirm")
    @Operation(operationId = "confirmReservation", summary = "Turn held units into sold ones; idempotent")
    @APIResponse(
            responseCode = "200",
            description = "Sold",
            content = @Content(schema = @Schema(implementation = ReservationView.class)))
    @APIResponse(responseCode = "404", description = "Does not exist")
    @APIResponse(responseCode = "409", description = "reservation-expired: the units went back")
    public ReservationView confirm(@RestPath UUID orderId) {
        return reservations.confirm(orderId, caller.getSubject());
    }

    @DELETE
    @Path("/{orderId}")
    @Operation(
            operationId = "releaseReservation",
            summary = "Give units back, held or sold; idempotent",
            description =
                    "For an unknown order it is remembered, so that a reservation that arrives late holds nothing.")
    @APIResponse(responseCode = "204", description = "The order has no units, now and for ever")
    public void release(@RestPath UUID orderId) {
        reservations.release(orderId, caller.getSubject());
    }

    @GET
    @Operation(
            operationId = "listReservations",
            summary = "Reservations in the order of their order ids, for reconciliation")
    @APIResponse(responseCode = "200", description = "A page; with orderId all of those that exist")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public ReservationPage list(
            @QueryParam("after") @Parameter(description = "Cursor: order ids above this one") UUID after,
            @QueryParam("size") @DefaultValue("500") @Min(1) @Max(500) int size,
            @QueryParam("orderId") @Size(max = 500) @Parameter(description = "Only these orders; may be repeated")
                    List<UUID> orderIds,
            @QueryParam("updatedSince")
                    @Parameter(description = "Only reservations that changed at or after this moment")
                    Instant updatedSince) {
        UUID cursor = after == null ? BEFORE_ALL : after;
        if (orderIds.isEmpty() && updatedSince != null) {
            return ReservationPage.of(repository.findChangedAfter(updatedSince, cursor, size + 1), size);
        }
        return orderIds.isEmpty()
                ? ReservationPage.of(repository.findAfter(cursor, size + 1), size)
                : ReservationPage.of(repository.findAmong(orderIds), orderIds.size());
    }
}
