package io.cloudshop.auth.account;

import io.cloudshop.auth.refresh.RefreshCookie;
import io.cloudshop.auth.token.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** The caller's own account. */
@Path("/api/v1/auth/me")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Roles.CUSTOMER, Roles.ADMIN})
@Tag(name = "Account")
public class ProfileResource {

    private final Accounts accounts;
    private final Credentials credentials;
    private final JsonWebToken caller;

    ProfileResource(Accounts accounts, Credentials credentials, JsonWebToken caller) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.caller = caller;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "ownProfile", summary = "The own account")
    @APIResponse(responseCode = "200", description = "The caller")
    public UserProfile ownProfile() {
        return accounts.profile(callerId());
    }

    @PATCH
    @Operation(operationId = "changeOwnProfile", summary = "Change the own display name")
    @APIResponse(responseCode = "200", description = "The caller as changed")
    public UserProfile changeOwnProfile(@Valid @NotNull ProfileChange change) {
        return accounts.rename(callerId(), change.displayName());
    }

    @PUT
    @Path("/password")
    @Operation(
            operationId = "changeOwnPassword",
            summary = "Change the own password; every other session of the user ends",
            description = "The session whose refresh token comes in the cookie goes on with it.")
    @APIResponse(responseCode = "204", description = "The new password counts from now on")
    @APIResponse(responseCode = "422", description = "The current password is wrong or the new one too weak")
    public void changeOwnPassword(
            @Valid @NotNull PasswordChange change,
            @Parameter(description = "The refresh token of the session that stays") @CookieParam(RefreshCookie.NAME)
                    String refreshToken) {
        credentials.change(callerId(), change, caller.getTokenID(), refreshToken);
    }

    private UUID callerId() {
        return UUID.fromString(caller.getSubject());
    }
}
