package io.cloudshop.products.picture;

import io.cloudshop.defaults.problem.CommonProblems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;

/** The pictures that were uploaded, to everyone and for ever: an address never shows another one. */
@Path("/api/v1/pictures")
@Produces({Picture.PNG, Picture.JPEG})
@RunOnVirtualThread
@PermitAll
@Tag(name = "Catalogue")
public class PictureResource {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final PictureStore store;

    PictureResource(PictureStore store) {
        this.store = store;
    }

    @GET
    @Path("{hash: [0-9a-f]{64}}.{type: png|jpg}")
    @Operation(operationId = "getPicture", summary = "One picture, as the imageUrl of a product or a category has it")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of the copy at hand",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            headers = {
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.CACHE_CONTROL, schema = @Schema(type = SchemaType.STRING))
            },
            content = {
                @Content(mediaType = Picture.PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = Picture.JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "304", description = "The copy at hand is current")
    @APIResponse(responseCode = "404", description = "Does not exist")
    public Response get(
            @RestPath String hash, @RestPath String type, @RestHeader(HttpHeaders.IF_NONE_MATCH) String known) {
        String tag = '"' + hash + '"';
        Response.ResponseBuilder answer = tag.equals(known)
                ? Response.notModified()
                : Response.ok(content(hash, type), type.equals("png") ? Picture.PNG : Picture.JPEG);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, FOR_EVER)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                // The shop's page may be on another site than its API.
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }

    private byte[] content(String hash, String type) {
        return store.content("/api/v1/pictures/" + hash + "." + type)
                .orElseThrow(() -> CommonProblems.notFound("This picture"));
    }
}
