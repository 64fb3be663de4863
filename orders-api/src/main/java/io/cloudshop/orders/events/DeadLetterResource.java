package io.cloudshop.orders.events;

import io.cloudshop.defaults.outbox.DeadLetter;
import io.cloudshop.defaults.outbox.Outbox;
import io.cloudshop.defaults.problem.CommonProblems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Events that could not be delivered: to look at, and to send again once the reason is gone. */
@Path("/api/v1/admin/outbox/dead-letters")
@Tag(name = "Order administration")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@RunOnVirtualThread
public class DeadLetterResource {

    private final Outbox outbox;

    DeadLetterResource(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Oldest first; the last item's id is what comes next as {@code after}. */
    @Schema(requiredProperties = "items")
    public record DeadLetters(List<DeadLetter> items) {}

    @GET
    @Operation(operationId = "listDeadLetters", summary = "Order events that could not be delivered")
    public DeadLetters list(
            @QueryParam("after") @DefaultValue("0") @Min(0) long after,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        return new DeadLetters(outbox.deadLettersAfter(after, size));
    }

    @POST
    @Path("/{id}/replay")
    @Operation(operationId = "replayDeadLetter", summary = "Deliver it again")
    @APIResponse(responseCode = "204", description = "Back in the queue")
    @APIResponse(responseCode = "404", description = "There is no dead letter of that id")
    public void replay(@RestPath long id) {
        if (!outbox.replay(id)) {
            throw CommonProblems.notFound("The dead letter");
        }
    }
}
