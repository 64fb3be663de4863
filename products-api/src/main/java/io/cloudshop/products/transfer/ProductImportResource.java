package io.cloudshop.products.transfer;

import io.cloudshop.products.catalogue.BooleanParameter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Many products at once, from a file. */
@Path("/api/v1/products/import")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Catalogue administration")
public class ProductImportResource {

    private final ProductImport imports;
    private final JsonWebToken caller;

    ProductImportResource(ProductImport imports, JsonWebToken caller) {
        this.imports = imports;
        this.caller = caller;
    }

    @POST
    @Consumes({TransferFormat.NDJSON_TYPE, TransferFormat.CSV_TYPE})
    @Operation(operationId = "importProducts", summary = "Add or edit many products, by sku", description = """
                    Up to 100000 lines and 32 MiB of UTF-8, with or without a byte order mark, lines ended by LF or CRLF and at most \
                    128 KiB long. As NDJSON each line is a product as createProduct takes it, and may have translations as translateProduct \
                    takes them, by language: {"fr": {"name": "Lampe"}}. As CSV the first row names the \
                    columns, in any order: sku, name, category and price must be there, description, currency, stock, imageUrl, \
                    name_fr and description_fr may; price is the amount, without currency it is in the shop's, an empty cell is left out; comma, semicolon or \
                    tab between the cells.

                    A line is a whole product: a description or a picture that is left out is taken away. Its stock is the units that can be \
                    sold from then on (as in an edit with If-Match: *; the difference is booked as an adjustment); left out, the \
                    stock stays, and a new product has 0. So leave stock out where products are sold meanwhile. Translations that are \
                    left out stay, too; where a line has any, or an empty object, or a file the column name_fr, those that are not in \
                    it are taken away. What is so already \
                    is not written, and its version stays. Of several lines with the same sku the last one counts.

                    A line that is no product is rejected, the others are imported, a thousand at a time: what was written is kept \
                    when the import ends early, and the same file again does no harm. The problem then has what was \
                    imported until then.""")
    @Parameter(
            name = "dryRun",
            description = "With true, say what would be done and do nothing",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = TransferFormat.NDJSON_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = TransferFormat.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(
            responseCode = "200",
            description = "What became of the lines",
            content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @APIResponse(responseCode = "400", description = "Not readable as what it should be, the CSV header for one")
    @APIResponse(responseCode = "401", description = "No valid access token")
    @APIResponse(responseCode = "403", description = "The token's roles do not allow this")
    @APIResponse(responseCode = "413", description = "The body is too large; see imported for what is kept")
    @APIResponse(responseCode = "415", description = "Neither NDJSON nor CSV")
    @APIResponse(
            responseCode = "422",
            description = "too-many-lines: the first 100000 are imported, see imported; the rest was not looked at")
    public ImportReport importProducts(
            InputStream file, @QueryParam("dryRun") String dryRun, @Context HttpHeaders headers) {
        boolean isDry = Boolean.TRUE.equals(BooleanParameter.parse("dryRun", dryRun));
        // Whatever charset it names: what is not UTF-8 shows line by line, and clients name one that they do not mean.
        TransferFormat format = TransferFormat.of(headers.getMediaType());
        return isDry ? imports.tryOut(file, format) : imports.read(file, format, caller.getSubject());
    }
}
