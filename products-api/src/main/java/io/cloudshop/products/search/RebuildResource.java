package io.cloudshop.products.search;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;

/** Making the search index anew while it is searched. */
@Path(RebuildResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Search index", description = "Role admin")
@APIResponse(responseCode = "401", description = "No valid access token")
@APIResponse(responseCode = "403", description = "The token's roles do not allow this")
public class RebuildResource {

    static final String PATH = "/api/v1/search-index/rebuild";

    private static final Logger LOG = Logger.getLogger(RebuildResource.class);

    private final Rebuilds rebuilds;
    private final JsonWebToken caller;

    RebuildResource(Rebuilds rebuilds, JsonWebToken caller) {
        this.rebuilds = rebuilds;
        this.caller = caller;
    }

    static URI locationOf(UUID rebuild) {
        return URI.create(PATH + "/" + rebuild);
    }

    @POST
    @Operation(
            operationId = "rebuildSearchIndex",
            summary = "Make the search index anew from the catalogue",
            description = """
                    The index is searched as it is until the new one is complete and takes its place. A rebuild that fails changes \
                    nothing.""")
    @APIResponse(
            responseCode = "202",
            description = "It will be done; ask at Location how far it is",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = RebuildView.class)))
    @APIResponse(
            responseCode = "409",
            description = "rebuild-in-progress: there is one already, at Location",
            headers = @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)))
    public Response begin() {
        RebuildView rebuild = rebuilds.begin("an administrator wants it");
        LOG.infof("%s rebuilds the search index, rebuild %s", caller.getSubject(), rebuild.jobId());
        return Response.accepted(rebuild).location(locationOf(rebuild.jobId())).build();
    }

    @GET
    @Path("/{jobId}")
    @Operation(operationId = "getSearchIndexRebuild", summary = "How far a rebuild is")
    @APIResponse(
            responseCode = "200",
            description = "The rebuild as it is now",
            content = @Content(schema = @Schema(implementation = RebuildView.class)))
    @APIResponse(responseCode = "404", description = "Does not exist, or was long ago")
    public RebuildView find(@RestPath UUID jobId) {
        return rebuilds.find(jobId)
                .orElseThrow(() -> new DomainException(CommonProblems.NOT_FOUND, "There is no rebuild of that id."));
    }
}
