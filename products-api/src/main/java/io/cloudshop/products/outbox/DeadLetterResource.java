package io.cloudshop.products.outbox;

import io.cloudshop.outbox.DeadLetters;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes that the search index did not take. */
@Path("/api/v1/admin/products/outbox/dead-letters")
@Tag(name = "Search index", description = "Role admin")
@APIResponse(responseCode = "400", description = "Not readable as what it should be")
@APIResponse(responseCode = "401", description = "No valid access token")
@APIResponse(responseCode = "403", description = "The token's roles do not allow this")
public class DeadLetterResource extends io.cloudshop.outbox.DeadLetterResource {

    DeadLetterResource(DeadLetters deadLetters, JsonWebToken caller) {
        super(deadLetters, caller);
    }
}
