package io.cloudshop.outbox;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/**
 * Events that could not be delivered: to look at, to send again once the reason is gone, to give up. For admins alone.
 * A service with an outbox extends it with the path of its dead letters, and {@link DeadLetterOperations} with their names.
 */
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@RunOnVirtualThread
public abstract class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final JsonWebToken caller;

    protected DeadLetterResource(DeadLetters deadLetters, JsonWebToken caller) {
        this.deadLetters = deadLetters;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Events that could not be delivered, oldest first")
    public DeadLetterPage list(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        return deadLetters.list(after, size);
    }

    @POST
    @Path("/{id}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "Deliver it again")
    @APIResponse(responseCode = "204", description = "Back in the queue")
    @APIResponse(responseCode = "404", description = "There is no dead letter of that id")
    public void replay(@RestPath long id) {
        deadLetters.replay(id, caller.getSubject());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "dropDeadLetter", summary = "Give it up for good")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "404", description = "There is no dead letter of that id")
    public void drop(@RestPath long id) {
        deadLetters.drop(id, caller.getSubject());
    }
}
