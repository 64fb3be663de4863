package io.cloudshop.products.search;

import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.products.catalogue.BooleanParameter;
import io.cloudshop.products.catalogue.Caching;
import io.cloudshop.products.catalogue.PageRequest;
import io.cloudshop.products.catalogue.ProductFilters;
import io.cloudshop.products.catalogue.ProductOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Full-text search in the catalogue. */
@Path("/api/v1/products/search")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Search")
public class SearchResource {

    private static final String RELEVANCE = "relevance";

    private final ProductSearch search;
    private final ProductFilters filters;

    SearchResource(ProductSearch search, ProductFilters filters) {
        this.search = search;
        this.filters = filters;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = Caching.REVALIDATE)
    @Operation(operationId = "searchProducts", summary = "Find products by what customers type", description = """
                    Forgives typing errors and finds beginnings of words. Changes of products show within a second or two; while the \
                    search engine is away the database answers instead, see source.""")
    @APIResponse(
            responseCode = "200",
            description = "The page with facets and highlights",
            content = @Content(schema = @Schema(implementation = SearchPage.class)))
    @APIResponse(responseCode = "400", description = "Not readable as what it should be")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public SearchPage search(
            @QueryParam("q")
                    @Size(max = 200)
                    @PlainLine
                    @Parameter(
                            description = "What to look for; without it everything is found",
                            example = "pendant lamp")
                    String q,
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
            @QueryParam("sort")
                    @DefaultValue(RELEVANCE)
                    @Pattern(regexp = RELEVANCE + "|" + ProductOrder.PATTERN)
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {RELEVANCE, "name", "-name", "price", "-price", "newest"},
                                            defaultValue = RELEVANCE))
                    String sort,
            @QueryParam("page")
                    @DefaultValue("0")
                    @Min(0)
                    @Parameter(description = "Counted from 0; page * size is at most 10 000")
                    long page,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(PageRequest.MOST_ITEMS) long size) {
        return search.search(new SearchRequest(
                q,
                filters.of(category, minPrice, maxPrice, BooleanParameter.parse("inStock", inStock), List.of()),
                sort.equals(RELEVANCE) ? null : ProductOrder.of(sort),
                PageRequest.of(page, size)));
    }
}
