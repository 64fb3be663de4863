package io.cloudshop.auth.session;

import io.cloudshop.auth.refresh.RefreshCookie;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Prolongs and ends the session whose refresh token is in the cookie. An access token is not asked for. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@PermitAll
@Tag(name = "Session")
public class SessionResource {

    private static final String ORIGIN = "Origin";

    private final Sessions sessions;
    private final AllowedOrigins origins;
    private final RefreshCookie cookie;

    SessionResource(Sessions sessions, AllowedOrigins origins, RefreshCookie cookie) {
        this.sessions = sessions;
        this.origins = origins;
        this.cookie = cookie;
    }

    @POST
    @Path("/refresh")
    @Operation(
            operationId = "refresh",
            summary = "Trade the refresh token for an access token and the next refresh token",
            description = "Each refresh token is good once. A second use ends the session.")
    @APIResponseSchema(
            value = Session.class,
            responseCode = "200",
            responseDescription = "An access token; the next refresh token is in the cookie")
    @APIResponse(
            responseCode = "401",
            description = "refresh-reused: the session is over; refresh-refused: there is none")
    @APIResponse(responseCode = "403", description = "forbidden: a page of another origin asked")
    public RestResponse<Session> refresh(
            @Parameter(description = "The refresh token") @CookieParam(RefreshCookie.NAME) String token,
            @Parameter(hidden = true) @HeaderParam(ORIGIN) String origin) {
        origins.require(origin);
        return sessions.refresh(token).answer();
    }

    @POST
    @Path("/logout")
    @Operation(
            operationId = "logout",
            summary = "Sign out; idempotent",
            description = "An access token is ended too where one comes along: within a second it is good nowhere.")
    @APIResponse(
            responseCode = "204",
            description = "The session is over, if there was one, and the access token with it; the cookie is gone")
    @APIResponse(responseCode = "403", description = "forbidden: a page of another origin asked")
    public RestResponse<Void> logout(
            @Parameter(description = "The refresh token") @CookieParam(RefreshCookie.NAME) String token,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.AUTHORIZATION) List<String> authorization,
            @Parameter(hidden = true) @HeaderParam(ORIGIN) String origin) {
        origins.require(origin);
        sessions.end(token, authorization);
        return RestResponse.ResponseBuilder.<Void>noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.cleared())
                .build();
    }
}
