package io.cloudshop.frontend.configuration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The catalogue calls uploaded pictures by a path on the shop's host. Where the API has an origin of its own they are there, for
 * ever; where it has not, nobody asks here.
 */
@Path("/api/v1/pictures")
@PermitAll
public class ApiPictureResource {

    private final ApiAddress api;

    ApiPictureResource(ApiAddress api) {
        this.api = api;
    }

    @GET
    @Path("{name: [0-9a-z.]+}")
    public Response get(@RestPath String name, @RestHeader(HttpHeaders.HOST) String host) {
        String address = api.baseUrlForHost(host);
        if (address.isEmpty()) {
            throw new NotFoundException();
        }
        return Response.status(Response.Status.PERMANENT_REDIRECT)
                .location(URI.create(address + "/api/v1/pictures/" + name))
                .build();
    }
}
