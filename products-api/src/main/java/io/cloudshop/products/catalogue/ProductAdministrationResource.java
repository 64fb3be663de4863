package io.cloudshop.products.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What administrators change in the catalogue. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Catalogue administration", description = "Role admin")
@APIResponse(responseCode = "400", description = "Not readable as what it should be")
@APIResponse(responseCode = "401", description = "No valid access token")
@APIResponse(responseCode = "403", description = "The token's roles do not allow this")
public class ProductAdministrationResource {

    private final Catalogue catalogue;
    private final JsonWebToken caller;

    ProductAdministrationResource(Catalogue catalogue, JsonWebToken caller) {
        this.catalogue = catalogue;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "createProduct", summary = "Add a product with its initial stock")
    @APIResponse(
            responseCode = "201",
            description = "The new product",
            headers = {
                @Header(name = HttpHeaders.LOCATION, schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @APIResponse(responseCode = "409", description = "sku-taken: another product has this sku")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public Response create(@Valid @NotNull ProductInput input) {
        ProductView product = catalogue.create(input, caller.getSubject());
        return tagged(Response.created(URI.create("/api/v1/products/" + product.id())), product);
    }

    @PUT
    @Path(ProductPaths.ID)
    @Operation(operationId = "replaceProduct", summary = "Edit a product", description = """
                    If-Match must hold the ETag of the product as it was read: 428 without it, 412 when somebody edited the \
                    product since. Sales in between do not count as edits. A stock in the body that differs from the one \
                    that was read is booked as an adjustment by the difference; with If-Match: * it is what the stock will be.""")
    @Parameter(
            name = HttpHeaders.IF_MATCH,
            in = ParameterIn.HEADER,
            required = true,
            description = "ETag of the product that was edited",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The product as it is now",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @APIResponse(responseCode = "404", description = "Does not exist")
    @APIResponse(responseCode = "409", description = "sku-taken or insufficient-stock")
    @APIResponse(responseCode = "412", description = "Edited by someone else in the meantime")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response replace(@RestPath UUID id, @Valid @NotNull ProductInput input, @Context HttpHeaders headers) {
        EntityTags expected = EntityTags.required(headers);
        return tagged(Response.ok(), catalogue.replace(id, input, expected, caller.getSubject()));
    }

    @DELETE
    @Path(ProductPaths.ID)
    @Operation(operationId = "deleteProduct", summary = "Take a product off the catalogue", description = """
                    Orders and reservations of it stay as they are. Its sku may be used again, for a new product with a new id; \
                    the old id stays unknown, also to a second call of this. If-Match is optional.""")
    @Parameter(name = HttpHeaders.IF_MATCH, in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "Does not exist")
    @APIResponse(responseCode = "412", description = "Edited by someone else in the meantime")
    public void delete(@RestPath UUID id, @Context HttpHeaders headers) {
        catalogue.remove(id, EntityTags.of(headers.getRequestHeader(HttpHeaders.IF_MATCH)));
    }

    @POST
    @Path(ProductPaths.ID + "/stock-adjustments")
    @Operation(operationId = "adjustStock", summary = "Book units in or out")
    @APIResponse(
            responseCode = "200",
            description = "The product with its new stock",
            headers = @Header(name = HttpHeaders.ETAG, schema = @Schema(type = SchemaType.STRING)),
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @APIResponse(responseCode = "404", description = "Does not exist")
    @APIResponse(responseCode = "409", description = "insufficient-stock: see shortages")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public Response adjustStock(@RestPath UUID id, @Valid @NotNull StockAdjustment adjustment) {
        return tagged(
                Response.ok(), catalogue.adjustStock(id, adjustment.delta(), adjustment.reason(), caller.getSubject()));
    }

    private static Response tagged(Response.ResponseBuilder answer, ProductView product) {
        return answer.entity(product).tag(ProductTag.of(product).strong()).build();
    }
}
