package io.cloudshop.auth.mail;

import io.cloudshop.defaults.problem.CommonProblems;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The mailbox of a shop on somebody's own machine; anywhere else there is none. */
@Path("/api/v1/auth/mailbox")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Mailbox")
public class MailboxResource {

    private final DemoMailbox mailbox;
    private final MailSettings settings;

    MailboxResource(DemoMailbox mailbox, MailSettings settings) {
        this.mailbox = mailbox;
        this.settings = settings;
    }

    @GET
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(
            operationId = "listMail",
            summary = "Mail that a shop on this machine would have sent, newest first",
            description = "At most a hundred, of the last hour.")
    @APIResponse(responseCode = "200", description = "One page of it")
    @APIResponse(responseCode = "404", description = "not-found: this shop has no mailbox; it sends mail or none")
    public MailboxPage list(
            @QueryParam("page") @DefaultValue("0") @Min(0) @Max(DemoMailbox.MOST) int page,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        if (!settings.mailbox()) {
            throw CommonProblems.notFound("The mailbox");
        }
        return mailbox.page(page, size);
    }
}
