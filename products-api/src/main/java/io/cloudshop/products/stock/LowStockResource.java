package io.cloudshop.products.stock;

import io.cloudshop.products.translation.LanguageChoice;
import io.cloudshop.products.translation.Localized;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What has to be ordered anew, for administrators. */
@Path("/api/v1/admin/products/low-stock")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed("admin")
@Tag(name = "Catalogue administration")
public class LowStockResource {

    /** Those that the table keeps an index for, see {@code product.low_at}. */
    private static final String THRESHOLDS = "0|5|10|20|50";

    private final LowStockReader reader;

    LowStockResource(LowStockReader reader) {
        this.reader = reader;
    }

    @GET
    @Localized
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "listLowStock",
            summary = "Products that run out",
            description =
                    "In the steps of the threshold: first those that are sold out, then those with 5 units or fewer.")
    @APIResponse(
            responseCode = "200",
            description = "A page",
            content = @Content(schema = @Schema(implementation = LowStockPage.class)))
    @APIResponse(responseCode = "400", description = "Not readable as what it should be")
    @APIResponse(responseCode = "401", description = "No valid access token")
    @APIResponse(responseCode = "403", description = "The token's roles do not allow this")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public LowStockPage list(
            @QueryParam("threshold")
                    @DefaultValue("10")
                    @Pattern(regexp = THRESHOLDS)
                    @Parameter(
                            description = "Only products with at most so many units to be sold",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            enumeration = {"0", "5", "10", "20", "50"},
                                            defaultValue = "10"))
                    String threshold,
            @QueryParam("after") @Parameter(description = "The nextCursor of an earlier answer") String after,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size,
            @Valid @BeanParam LanguageChoice choice) {
        return reader.page(Integer.parseInt(threshold), LowStockCursor.parse(after), size, choice.language());
    }
}
