package io.cloudshop.products.search;

import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.products.catalogue.Caching;
import io.cloudshop.products.translation.LanguageChoice;
import io.cloudshop.products.translation.Localized;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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

/** Words and products while the customer types. */
@Path("/api/v1/products/suggest")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Search")
public class SuggestionResource {

    private final ProductSuggestions suggestions;

    SuggestionResource(ProductSuggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GET
    @Localized
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = Caching.REVALIDATE)
    @Operation(
            operationId = "suggestProducts",
            summary = "Words and products while the customer types",
            description = """
                    Completes the last word and forgives typing errors. The database answers while the search engine is away.""")
    @APIResponse(
            responseCode = "200",
            description = "At most 10 suggestions and 5 products",
            content = @Content(schema = @Schema(implementation = Suggestions.class)))
    @APIResponse(responseCode = "400", description = "Without q")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public Suggestions suggest(
            @QueryParam("q")
                    @Size(max = 200)
                    @PlainLine
                    @Parameter(required = true, description = "What was typed so far", example = "desk la")
                    String q,
            @Valid @BeanParam LanguageChoice choice) {
        if (q == null) {
            throw new DomainException(CommonProblems.MALFORMED, "q is missing.");
        }
        return suggestions.of(q, choice.language());
    }
}
