package io.cloudshop.orders.catalogue;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The part of products-api that only services may use, with our service account's token. */
@RegisterRestClient(configKey = "products")
@OidcClientFilter
@RegisterProvider(CallContext.class)
@Path("/api/v1/reservations")
interface ReservationsClient {

    @GET
    Response claims(
            @QueryParam("after") UUID after,
            @QueryParam("orderId") List<UUID> orderIds,
            @QueryParam("updatedSince") Instant updatedSince,
            @QueryParam("size") int size);

    @POST
    Response reserve(ReservationRequest request);

    @POST
    @Path("/{orderId}/confirm")
    Response confirm(@RestPath UUID orderId);

    @DELETE
    @Path("/{orderId}")
    Response release(@RestPath UUID orderId);
}
