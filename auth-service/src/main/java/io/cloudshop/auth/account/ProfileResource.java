package io.cloudshop.auth.account;

import io.cloudshop.auth.refresh.RefreshCookie;
import io.cloudshop.auth.token.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
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
import org.jboss.resteasy.reactive.RestResponse;

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
    private final RefreshCookie cookie;
    private final JsonWebToken caller;

    ProfileResource(Accounts accounts, Credentials credentials, RefreshCookie cookie, JsonWebToken caller) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.cookie = cookie;
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
    @APIResponse(
            responseCode = "429",
            description = "login-throttled: too many wrong passwords for this account; see Retry-After")
    public void changeOwnPassword(
            @Valid @NotNull PasswordChange change,
            @Parameter(description = "The refresh token of the session that stays") @CookieParam(RefreshCookie.NAME)
                    String refreshToken) {
        credentials.change(callerId(), change, caller.getTokenID(), refreshToken);
    }

    @DELETE
    @Operation(
            operationId = "deleteOwnAccount",
            summary = "Delete the own account for good; every session of the user ends",
            description =
                    "Addresses and cart go with it. Orders lose name and address, those on their way once they are done.")
    @APIResponse(
            responseCode = "204",
            description = "There is no such user any more; the address can be registered anew")
    @APIResponse(responseCode = "409", description = "last-admin: the shop would be left without an administrator")
    @APIResponse(responseCode = "422", description = "The password is wrong")
    @APIResponse(
            responseCode = "429",
            description = "login-throttled: too many wrong passwords for this account; see Retry-After")
    public RestResponse<Void> deleteOwnAccount(@Valid @NotNull AccountDeletion deletion) {
        credentials.close(callerId(), deletion.currentPassword());
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .build();
    }

    private UUID callerId() {
        return UUID.fromString(caller.getSubject());
    }
}
