package io.cloudshop.auth.outbox;

import io.cloudshop.outbox.DeadLetters;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Requests for a new password whose mail was not taken. */
@Path("/api/v1/admin/users/outbox/dead-letters")
@Tag(name = "User administration")
public class DeadLetterResource extends io.cloudshop.outbox.DeadLetterResource {

    DeadLetterResource(DeadLetters deadLetters, JsonWebToken caller) {
        super(deadLetters, caller);
    }
}
