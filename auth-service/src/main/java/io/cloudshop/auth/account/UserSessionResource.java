package io.cloudshop.auth.account;

import io.cloudshop.auth.token.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Everybody's sessions, for administrators. */
@Path("/api/v1/users/{id}/sessions")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "User administration")
public class UserSessionResource {

    private final UserSessions sessions;
    private final JsonWebToken caller;

    UserSessionResource(UserSessions sessions, JsonWebToken caller) {
        this.sessions = sessions;
        this.caller = caller;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "listUserSessions", summary = "Where a user is signed in, newest first")
    @APIResponse(responseCode = "200", description = "The sessions that are not over; no token is among what is told")
    @APIResponse(responseCode = "404", description = "not-found: there is no such user")
    public UserSessionList list(@RestPath UUID id) {
        return sessions.of(id);
    }

    @DELETE
    @Operation(
            operationId = "endUserSessions",
            summary = "Sign a user out everywhere; idempotent",
            description = "Access tokens that they have are refused within a second. They can sign in again.")
    @APIResponse(responseCode = "204", description = "No session is left")
    @APIResponse(responseCode = "404", description = "not-found: there is no such user")
    public void end(@RestPath UUID id) {
        sessions.end(UUID.fromString(caller.getSubject()), id);
    }
}
