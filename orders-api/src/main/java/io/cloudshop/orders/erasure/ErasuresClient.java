package io.cloudshop.orders.erasure;

import io.quarkus.oidc.client.filter.OidcClientFilter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** The part of auth-service that tells whom to forget, with our service account's token. */
@RegisterRestClient(configKey = "auth")
@OidcClientFilter
@Path("/api/v1/erasures")
interface ErasuresClient {

    @GET
    Response pending(@QueryParam("size") int size);

    @DELETE
    @Path("/{userId}")
    Response confirm(@RestPath UUID userId);
}
