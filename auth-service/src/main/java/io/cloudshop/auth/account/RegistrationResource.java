package io.cloudshop.auth.account;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;

/** How somebody becomes a customer. */
@Path("/api/v1/auth/register")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Account")
public class RegistrationResource {

    private final Accounts accounts;
    private final Throttle throttle;
    private final ClientAddress client;

    RegistrationResource(Accounts accounts, Throttle throttle, ClientAddress client) {
        this.accounts = accounts;
        this.throttle = throttle;
        this.client = client;
    }

    @POST
    @PermitAll
    @ResponseStatus(201)
    @ResponseHeader(name = HttpHeaders.LOCATION, value = "/api/v1/auth/me")
    @Operation(operationId = "register", summary = "Open an account")
    @APIResponseSchema(
            value = UserProfile.class,
            responseCode = "201",
            responseDescription = "The new user; sign in next")
    @APIResponse(responseCode = "409", description = "email-taken")
    @APIResponse(responseCode = "422", description = "invalid; a weak password among others")
    @APIResponse(
            responseCode = "429",
            description = "login-throttled: too many registrations from this client; see Retry-After")
    public UserProfile register(@Valid @NotNull Registration registration) {
        throttle.admitRegistration(client.current());
        return accounts.register(registration);
    }
}
