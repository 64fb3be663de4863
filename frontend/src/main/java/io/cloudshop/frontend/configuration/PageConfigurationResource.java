package io.cloudshop.frontend.configuration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestHeader;

/** Tells the page at run time what differs between environments, so that one build runs in all of them. */
@Path("/config.json")
@PermitAll
public class PageConfigurationResource {

    private final ApiAddress api;
    private final PageFeatures features;

    PageConfigurationResource(ApiAddress api, PageFeatures features) {
        this.api = api;
        this.features = features;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public PageConfiguration get(@RestHeader(HttpHeaders.HOST) String host) {
        return new PageConfiguration(api.baseUrlForHost(host), features.mailbox(), features.offline());
    }
}
