package io.cloudshop.auth.account;

import io.cloudshop.auth.token.Roles;
import io.cloudshop.defaults.text.PlainLine;
import io.cloudshop.defaults.text.TypedText;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** Everybody's account, for administrators. */
@Path("/api/v1/users")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "User administration")
public class UserAdministrationResource {

    private final UserAdministration administration;
    private final JsonWebToken caller;

    UserAdministrationResource(UserAdministration administration, JsonWebToken caller) {
        this.administration = administration;
        this.caller = caller;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "listUsers", summary = "All users by email address, in pages")
    @APIResponse(responseCode = "200", description = "The page; beyond the last one it is empty")
    @APIResponse(responseCode = "422", description = "Well-formed but not acceptable; see violations")
    public UserPage list(
            @QueryParam("q")
                    @Parameter(description = "What email address or name contain, in whichever case")
                    @Size(max = Registration.EMAIL_MAX)
                    @PlainLine
                    String text,
            @QueryParam("page")
                    @DefaultValue("0")
                    @Min(0)
                    @Parameter(description = "Counted from 0; page * size is at most 10 000")
                    long page,
            @QueryParam("size") @DefaultValue("20") @Min(1) @Max(100) int size) {
        return administration.list(TypedText.line(text), page, size);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "changeUser",
            summary = "Give and take roles, enable and disable",
            description = "A user who is disabled cannot sign in, and every session of theirs is over for good.")
    @APIResponse(
            responseCode = "200",
            description = "The user as changed; new roles count from the next access token on")
    @APIResponse(responseCode = "404", description = "not-found: there is no such user")
    @APIResponse(responseCode = "409", description = "last-admin: nobody could administer the shop any more")
    @APIResponse(responseCode = "422", description = "invalid: a role that there is not; see violations")
    public AdministeredUser change(@RestPath UUID id, @Valid @NotNull UserChange change) {
        return administration.change(UUID.fromString(caller.getSubject()), id, change);
    }
}
