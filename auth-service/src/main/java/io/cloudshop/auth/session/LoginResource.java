package io.cloudshop.auth.session;

import io.cloudshop.auth.account.Credentials;
import io.cloudshop.auth.account.UserProfile;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.auth.token.AccessTokens;
import io.cloudshop.defaults.problem.DomainException;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Trades an address and a password for an access token. */
@Path("/api/v1/auth/login")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Session")
public class LoginResource {

    private final Credentials credentials;
    private final AccessTokens tokens;

    LoginResource(Credentials credentials, AccessTokens tokens) {
        this.credentials = credentials;
        this.tokens = tokens;
    }

    @POST
    @PermitAll
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "login", summary = "Sign in")
    @APIResponse(responseCode = "200", description = "An access token")
    @APIResponse(responseCode = "401", description = "invalid-credentials")
    public Session login(@Valid @NotNull Login login) {
        UserProfile user = credentials
                .authenticate(login.email(), login.password())
                .orElseThrow(LoginResource::invalidCredentials);
        return Session.of(tokens.issue(user.id().toString(), user.email(), user.roles()));
    }

    private static DomainException invalidCredentials() {
        return new DomainException(
                        AuthProblems.INVALID_CREDENTIALS,
                        "There is no active account with this email address and password.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
