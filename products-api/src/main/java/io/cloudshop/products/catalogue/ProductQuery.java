package io.cloudshop.products.catalogue;

import io.cloudshop.defaults.text.PlainLine;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The query parameters that list and search of products share: filters, null where absent, and the page. Each component
 * has its parameter's name, by which a violation is reported.
 */
public record ProductQuery(
        @QueryParam("category")
        @Parameter(description = "This category; white space and case do not matter")
        @Size(max = 60)
        @PlainLine
        String category,

        @QueryParam("minPrice")
        @Parameter(
                description = "At least this price",
                schema = @Schema(type = SchemaType.STRING, format = "decimal", example = "10.00"))
        @DecimalMin("0")
        @Digits(integer = 10, fraction = 4)
        BigDecimal minPrice,

        @QueryParam("maxPrice")
        @Parameter(
                description = "At most this price",
                schema = @Schema(type = SchemaType.STRING, format = "decimal", example = "99.90"))
        @DecimalMin("0")
        @Digits(integer = 10, fraction = 4)
        BigDecimal maxPrice,

        @QueryParam("inStock")
        @Parameter(
                description = "Only products that can be bought, or with false only those that cannot",
                schema = @Schema(type = SchemaType.BOOLEAN))
        String inStock,

        @QueryParam("page")
        @DefaultValue("0")
        @Min(0)
        @Parameter(description = "Counted from 0; page * size is at most 10 000")
        long page,

        @QueryParam("size") @DefaultValue("20") @Min(1) @Max(PageRequest.MOST_ITEMS)
        long size) {

    /** 422 where page and size make no sense together. */
    public PageRequest pageRequest() {
        return PageRequest.of(page, size);
    }
}
