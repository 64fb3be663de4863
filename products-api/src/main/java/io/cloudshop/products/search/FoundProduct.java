package io.cloudshop.products.search;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cloudshop.products.catalogue.ProductView;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A product that search found, with the passages that made it a find. */
@Schema(allOf = ProductView.class, requiredProperties = "highlights")
public record FoundProduct(
        @JsonUnwrapped @Schema(hidden = true) ProductView product,

        @Schema(
                description =
                        "The whole name and a passage of the description as HTML, each only where something matches: "
                                + "matches stand in <em>, everything else is escaped",
                example = "{\"name\": [\"Skog Dome <em>Pendant</em>\"]}")
        Map<String, List<String>> highlights) {}
