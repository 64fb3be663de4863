package io.cloudshop.orders.outbox;

import io.cloudshop.outbox.DeadLetters;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes of orders that did not reach the feed of order events. */
@Path("/api/v1/admin/outbox/dead-letters")
@Tag(name = "Order administration")
public class DeadLetterResource extends io.cloudshop.outbox.DeadLetterResource {

    DeadLetterResource(DeadLetters deadLetters, JsonWebToken caller) {
        super(deadLetters, caller);
    }
}
