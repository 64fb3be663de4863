package io.cloudshop.products.transfer;

import io.cloudshop.products.transfer.CataloguePages.CataloguePage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.Variant;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The whole catalogue as a file. */
@Path("/api/v1/products/export")
@Produces({TransferFormat.NDJSON_TYPE, TransferFormat.CSV_TYPE})
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Catalogue administration")
public class ProductExportResource {

    private final ProductExport exports;
    private final Clock clock;

    ProductExportResource(ProductExport exports, Clock clock) {
        this.exports = exports;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "exportProducts",
            summary = "Every product, in the form that importProducts takes",
            description = """
                    NDJSON, or CSV where Accept prefers text/csv. By id, so the oldest first; a product that is edited meanwhile is \
                    there once, as it was or as it is. In CSV an apostrophe stands before text that a spreadsheet would take for a \
                    formula; importProducts takes it away again. A file whose connection was cut is not whole.""")
    @APIResponse(
            responseCode = "200",
            description = "The catalogue; a file that is imported again as it is changes nothing",
            headers =
                    @Header(
                            name = HttpHeaders.CONTENT_DISPOSITION,
                            description = "A file name with the day",
                            schema = @Schema(type = SchemaType.STRING)),
            content = {
                @Content(
                        mediaType = TransferFormat.NDJSON_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = TransferFormat.CSV_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "401", description = "No valid access token")
    @APIResponse(responseCode = "403", description = "The token's roles do not allow this")
    @APIResponse(responseCode = "406", description = "Neither NDJSON nor CSV will do")
    public Response exportProducts(@Context Request request) {
        Variant wanted = request.selectVariant(
                Variant.mediaTypes(TransferFormat.NDJSON.mediaType(), TransferFormat.CSV.mediaType())
                        .build());
        TransferFormat format = TransferFormat.of(wanted.getMediaType());
        CataloguePage first = exports.begin();
        StreamingOutput body = out -> exports.write(first, format, out);
        return Response.ok(body, format.mediaType().withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName(format) + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private String fileName(TransferFormat format) {
        return "products-" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + "." + format.extension();
    }
}
