package io.cloudshop.products.catalogue;

import io.cloudshop.products.translation.ContentLanguage;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** What everyone may read of the catalogue. */
@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Catalogue", description = "Products and categories")
public class ProductResource {

    private final Catalogue catalogue;
    private final ProductFilters filters;
    private final LocalizedCatalogue localized;

    ProductResource(Catalogue catalogue, ProductFilters filters, LocalizedCatalogue localized) {
        this.catalogue = catalogue;
        this.filters = filters;
        this.localized = localized;
    }

    @GET
    @Localized
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = Caching.REVALIDATE)
    @Operation(
            operationId = "listProducts",
            summary = "List products, filtered, sorted and in pages",
            description =
                    "By page up to 10 000 products deep; with after, the next of the answer before, to the end of the list.")
    @APIResponse(
            responseCode = "200",
            description = "The page; beyond the last one it is empty",
            content = @Content(schema = @Schema(implementation = ProductPage.class)))
    @APIResponse(responseCode = "400", description = "Not readable as what it should be")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public ProductPage list(
            @Valid @BeanParam ProductQuery query,
            @Valid @BeanParam LanguageChoice choice,
            @QueryParam("id")
                    @Parameter(description = "Only these products; for carts, which show many at once")
                    @Size(max = PageRequest.MOST_ITEMS)
                    List<UUID> ids,
            @QueryParam("sort")
                    @DefaultValue("name")
                    @Pattern(regexp = ProductOrder.PATTERN)
                    @Parameter(
                            schema =
                                    @Schema(
                                            enumeration = {"name", "-name", "price", "-price", "newest"},
                                            defaultValue = "name"))
                    String sort,
            @QueryParam("after")
                    @Size(max = ProductCursor.MOST_CHARACTERS)
                    @Parameter(
                            description =
                                    "The next of an earlier answer, instead of page: reads on from there, however deep")
                    String after) {
        ProductOrder order = ProductOrder.of(sort);
        ContentLanguage language = choice.language();
        ProductCursor cursor = ProductCursor.parse(after, order, language);
        if (cursor != null && query.page() > 0) {
            throw Invalid.of("page", "must be left out where after says where to begin");
        }
        return catalogue.list(filters.of(query, ids), order, query.pageRequest(), cursor, language);
    }

    @GET
    @Localized
    @Path(ProductPaths.ID)
    @Operation(
            operationId = "getProduct",
            summary = "One product",
            description =
                    "The ETag stands for the product's version and stock: keep it for If-None-Match and If-Match. That of a "
                            + "translation is good for If-None-Match alone.")
    @Parameter(
            name = HttpHeaders.IF_NONE_MATCH,
            in = ParameterIn.HEADER,
            description = "ETag of the copy at hand",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "The product",
            headers = {
                @Header(
                        name = HttpHeaders.ETAG,
                        description = "Version and stock",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(name = HttpHeaders.CACHE_CONTROL, schema = @Schema(type = SchemaType.STRING))
            },
            content = @Content(schema = @Schema(implementation = ProductView.class)))
    @APIResponse(responseCode = "304", description = "The copy at hand is current")
    @APIResponse(responseCode = "404", description = "Does not exist")
    public Response get(@RestPath UUID id, @Valid @BeanParam LanguageChoice choice, @Context HttpHeaders headers) {
        LocalizedProduct localizedProduct = localized.product(catalogue.require(id), choice.language());
        ProductView product = localizedProduct.product();
        ProductTag tag = localizedProduct.tag();
        EntityTags known = EntityTags.of(headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH));
        Response.ResponseBuilder answer =
                known != null && known.matchWeakly(tag) ? Response.notModified() : Response.ok(product);
        return answer.tag(tag.strong())
                .header(HttpHeaders.CACHE_CONTROL, Caching.REVALIDATE)
                .build();
    }
}
