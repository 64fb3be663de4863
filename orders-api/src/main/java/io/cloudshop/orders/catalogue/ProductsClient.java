package io.cloudshop.orders.catalogue;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The public part of products-api. */
@RegisterRestClient(configKey = "products")
@RegisterProvider(CallContext.class)
@Path("/api/v1/products")
interface ProductsClient {

    @GET
    Response products(
            @QueryParam("id") List<UUID> ids,
            @QueryParam("size") int size,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String languages);
}
