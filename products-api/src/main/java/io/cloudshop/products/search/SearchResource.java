package io.cloudshop.products.search;

import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.products.catalogue.Caching;
import io.cloudshop.products.catalogue.ProductFilters;
import io.cloudshop.products.catalogue.ProductOrder;
import io.cloudshop.products.catalogue.ProductQuery;
import io.cloudshop.products.translation.LanguageChoice;
import io.cloudshop.products.translation.Localized;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
    @Localized
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
            @Valid @BeanParam ProductQuery query,
            @Valid @BeanParam LanguageChoice choice,
            @QueryParam("sort")
                    @DefaultValue(RELEVANCE)
                    @Pattern(regexp = RELEVANCE + "|" + ProductOrder.PATTERN)
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {RELEVANCE, "name", "-name", "price", "-price", "newest"},
                                            defaultValue = RELEVANCE))
                    String sort) {
        return search.search(new SearchRequest(
                q,
                filters.of(query),
                sort.equals(RELEVANCE) ? null : ProductOrder.of(sort),
                query.pageRequest(),
                choice.language()));
    }
}
