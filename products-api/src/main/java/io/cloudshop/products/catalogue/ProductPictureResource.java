package io.cloudshop.products.catalogue;

import io.cloudshop.products.picture.Pictures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A product's picture, from a file. On a worker thread, as {@link Pictures#read} wants it. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@Tag(name = "Catalogue administration")
public class ProductPictureResource {

    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";
    private static final String WEBP = "image/webp";

    private final Catalogue catalogue;
    private final Pictures pictures;
    private final ProductPictures productPictures;

    ProductPictureResource(Catalogue catalogue, Pictures pictures, ProductPictures productPictures) {
        this.catalogue = catalogue;
        this.pictures = pictures;
        this.productPictures = productPictures;
    }

    @POST
    @Path(ProductPaths.ID + "/picture")
    @Consumes({PNG, JPEG, WEBP})
    @Operation(operationId = "uploadPicture", summary = "Give a product the picture in a file", description = """
                    A still PNG, JPEG or WebP of up to 5 MiB, 25 megapixels (4 as WebP) and 10000 pixels a side. What is in the file \
                    counts, not what it is called. The shop keeps a picture of its own that looks the same: upright, in sRGB, with \
                    sides of at most 1600 pixels, as PNG if it is transparent and as JPEG else, without anything that the file says \
                    beside. Its address becomes the product's imageUrl. If-Match must hold the ETag of the product, as in replaceProduct.""")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = "ETag of the product",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = JPEG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = WEBP, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "The product as it is now",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @APIResponse(responseCode = "401", description = "No valid access token")
    @APIResponse(responseCode = "403", description = "The token's roles do not allow this")
    @APIResponse(responseCode = "404", description = "Does not exist")
    @APIResponse(responseCode = "412", description = "Edited by someone else in the meantime")
    @APIResponse(responseCode = "413", description = "The file is too large")
    @APIResponse(responseCode = "415", description = "Neither PNG nor JPEG nor WebP")
    @APIResponse(responseCode = "422", description = "No picture that can be used; see violations")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    @APIResponse(responseCode = "503", description = "Too many pictures at once; see Retry-After")
    public Response upload(@RestPath UUID id, InputStream file, @Context HttpHeaders headers) {
        EntityTags expected = EntityTags.required(headers);
        catalogue.requireUnchanged(id, expected);
        ProductView product = productPictures.put(id, pictures.read(file), expected);
        return Response.ok(product).tag(ProductTag.of(product).strong()).build();
    }
}
