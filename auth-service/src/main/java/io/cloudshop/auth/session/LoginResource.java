package io.cloudshop.auth.session;

import io.cloudshop.auth.account.Authenticated;
import io.cloudshop.auth.account.Credentials;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.auth.throttle.Throttle;
import io.cloudshop.defaults.problem.DomainException;
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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Trades an address and a password for a session. */
@Path("/api/v1/auth/login")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Session")
public class LoginResource {

    private final Credentials credentials;
    private final Sessions sessions;
    private final Throttle throttle;
    private final ClientAddress client;

    LoginResource(Credentials credentials, Sessions sessions, Throttle throttle, ClientAddress client) {
        this.credentials = credentials;
        this.sessions = sessions;
        this.throttle = throttle;
        this.client = client;
    }

    @POST
    @PermitAll
    @Operation(operationId = "login", summary = "Sign in")
    @APIResponseSchema(
            value = Session.class,
            responseCode = "200",
            responseDescription = "An access token; the refresh token is in the cookie")
    @APIResponse(responseCode = "401", description = "invalid-credentials")
    @APIResponse(
            responseCode = "429",
            description =
                    "login-throttled: too many attempts with this email address or from this client; see Retry-After")
    public RestResponse<Session> login(@Valid @NotNull Login login) {
        throttle.admitLogin(login.email(), client.current());
        Optional<Authenticated> user = credentials.authenticate(login.email(), login.password());
        if (user.isEmpty()) {
            throttle.loginFailed(login.email());
            throw invalidCredentials();
        }
        throttle.loginSucceeded(login.email());
        return sessions.open(user.get()).answer();
    }

    private static DomainException invalidCredentials() {
        return new DomainException(
                        AuthProblems.INVALID_CREDENTIALS,
                        "There is no active account with this email address and password.")
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }
}
