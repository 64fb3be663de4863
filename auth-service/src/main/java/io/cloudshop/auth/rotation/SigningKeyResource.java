package io.cloudshop.auth.rotation;

import io.cloudshop.auth.token.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The keys that sign access tokens, for administrators. The keys themselves come and go as files. */
@Path("/api/v1/admin/users/signing-keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed(Roles.ADMIN)
@Tag(name = "User administration")
public class SigningKeyResource {

    private final KeyAdministration administration;
    private final JsonWebToken caller;

    SigningKeyResource(KeyAdministration administration, JsonWebToken caller) {
        this.administration = administration;
        this.caller = caller;
    }

    @GET
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    @Operation(operationId = "listSigningKeys", summary = "The keys that sign access tokens, newest first")
    @APIResponse(responseCode = "200", description = "The current key, the next one, and what became of former ones")
    public SigningKeyList list() {
        return administration.list();
    }

    @POST
    @Path("/rotation")
    @Operation(
            operationId = "rotateSigningKey",
            summary = "Have the next key sign, on all replicas; idempotent",
            description = "Tokens of the former key stay good until they expire.")
    @APIResponse(responseCode = "200", description = "The keys; what was the next one is the current one")
    @APIResponse(
            responseCode = "409",
            description =
                    "no-next-key: a file with one is needed first; next-key-too-new: services may not have it, see Retry-After")
    public SigningKeyList rotate() {
        return administration.rotate(callerId());
    }

    @DELETE
    @Path("/{kid}")
    @Operation(
            operationId = "withdrawSigningKey",
            summary = "Withdraw a key that is in the wrong hands, for good; idempotent",
            description =
                    "Within a second every token that it signed is refused everywhere. Sessions go on: their next"
                            + " refresh gives a token of another key. Where it was the current key, the next one signs at once.")
    @APIResponse(responseCode = "204", description = "The key is not published any more and never will be")
    @APIResponse(responseCode = "404", description = "not-found: there is no such key")
    @APIResponse(responseCode = "409", description = "no-next-key: nothing would be left to sign with")
    public void withdraw(@RestPath String kid) {
        administration.withdraw(callerId(), kid);
    }

    private UUID callerId() {
        return UUID.fromString(caller.getSubject());
    }
}
