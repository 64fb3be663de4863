package io.cloudshop.auth.reset;

import io.cloudshop.auth.throttle.Throttle;
import io.cloudshop.defaults.request.ClientAddress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a link leads that came by mail. */
@Path("/api/v1/auth/password-resets")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Account")
public class PasswordResetResource {

    private final PasswordResets resets;
    private final Throttle throttle;
    private final ClientAddress client;

    PasswordResetResource(PasswordResets resets, Throttle throttle, ClientAddress client) {
        this.resets = resets;
        this.throttle = throttle;
        this.client = client;
    }

    @POST
    @PermitAll
    @Operation(
            operationId = "resetPassword",
            summary = "Set a new password by a link; every session of the user ends",
            description = "A link is good once. A password that is not acceptable leaves it as it is.")
    @APIResponse(responseCode = "204", description = "The new password counts from now on; sign in next")
    @APIResponse(
            responseCode = "422",
            description = "reset-refused: the link was used, has expired or was replaced by a newer one;"
                    + " invalid: the new password is too weak")
    @APIResponse(
            responseCode = "429",
            description = "login-throttled: too many attempts from this client; see Retry-After")
    public void resetPassword(@Valid @NotNull PasswordReset reset) {
        throttle.admitReset(client.current());
        resets.reset(new ResetToken(reset.token()), reset.newPassword());
    }
}
