package io.cloudshop.frontend.configuration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** Tells the page at run time what differs between environments, so that one build runs in all of them. */
@Path("/config.json")
@PermitAll
public class PageConfigurationResource {

    private final ApiAddress api;

    PageConfigurationResource(ApiAddress api) {
        this.api = api;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PageConfiguration get(@Context UriInfo request) {
        return new PageConfiguration(api.baseUrlFor(request.getRequestUri().getHost()));
    }
}
