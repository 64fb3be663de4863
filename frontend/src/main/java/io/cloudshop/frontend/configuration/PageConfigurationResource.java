package io.cloudshop.frontend.configuration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;

/** Tells the page at run time what differs between environments, so that one build runs in all of them. */
@Path("/config.json")
@PermitAll
public class PageConfigurationResource {

    private final PageConfiguration configuration;

    PageConfigurationResource(GatewayConfiguration gateway) {
        this.configuration = new PageConfiguration(gateway.url()
                .map(URI::toString)
                .map(url -> url.replaceAll("/+$", ""))
                .orElse(""));
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PageConfiguration get() {
        return configuration;
    }
}
