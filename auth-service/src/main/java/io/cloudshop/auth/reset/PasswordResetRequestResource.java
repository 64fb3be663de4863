package io.cloudshop.auth.reset;

import io.cloudshop.auth.mail.Mailing;
import io.cloudshop.auth.throttle.Throttle;
import io.cloudshop.defaults.request.ClientAddress;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where somebody goes who has forgotten a password. */
@Path("/api/v1/auth/password-reset-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Account")
public class PasswordResetRequestResource {

    private final ResetRequests requests;
    private final ResetSettings settings;
    private final Mailing mailing;
    private final Throttle throttle;
    private final ClientAddress client;

    PasswordResetRequestResource(
            ResetRequests requests, ResetSettings settings, Mailing mailing, Throttle throttle, ClientAddress client) {
        this.requests = requests;
        this.settings = settings;
        this.mailing = mailing;
        this.throttle = throttle;
        this.client = client;
    }

    @POST
    @PermitAll
    @ResponseStatus(202)
    @Operation(
            operationId = "requestPasswordReset",
            summary = "Ask for a link, by mail, to set a new password",
            description = "The answer is the same, and comes in the same time, whether or not there is such an account."
                    + " A newer link makes an older one void.")
    @APIResponseSchema(
            value = AcceptedReset.class,
            responseCode = "202",
            responseDescription = "If there is such an account, a link is on its way to its address")
    @APIResponse(
            responseCode = "429",
            description =
                    "login-throttled: too many requests for this email address or from this client; see Retry-After")
    @APIResponse(responseCode = "503", description = "no-mail: this shop has no mail server")
    public AcceptedReset requestPasswordReset(
            @Valid @NotNull PasswordResetRequest request,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE)
                    @Parameter(description = "Language of the mail, en or fr", example = "fr-CA, fr;q=0.9")
                    String accepted) {
        mailing.requirePossible();
        throttle.admitResetRequest(request.email(), client.current());
        requests.accept(request.email(), MailLanguage.of(accepted));
        return new AcceptedReset(settings.lifetime().toSeconds());
    }
}
