package io.cloudshop.auth.keys;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.RsaJsonWebKey;

/** The public keys that verify access tokens (RFC 7517), current and next, and former ones while tokens of theirs are good. */
@Path("/.well-known/jwks.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys")
public class KeySetResource {

    private final SigningKeys keys;

    KeySetResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @PermitAll
    @NonBlocking
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=300")
    @Operation(operationId = "keySet", summary = "The public keys that verify access tokens")
    @APIResponse(
            responseCode = "200",
            description = "A JSON Web Key Set: the current key and, around a rotation, others")
    public KeySet keySet() {
        return new KeySet(keys.published().stream().map(Key::of).toList());
    }

    /** A JSON Web Key Set. */
    @Schema(
            name = "KeySet",
            requiredProperties = {"keys"})
    public record KeySet(List<Key> keys) {}

    /** An RSA public key as a JSON Web Key. */
    @Schema(
            name = "Key",
            requiredProperties = {"kty", "use", "alg", "kid", "n", "e"})
    public record Key(String kty, String use, String alg, String kid, String n, String e) {

        static Key of(RsaJsonWebKey key) {
            var members = key.toParams(OutputControlLevel.PUBLIC_ONLY);
            return new Key(
                    key.getKeyType(),
                    "sig",
                    "RS256",
                    key.getKeyId(),
                    (String) members.get(RsaJsonWebKey.MODULUS_MEMBER_NAME),
                    (String) members.get(RsaJsonWebKey.EXPONENT_MEMBER_NAME));
        }
    }
}
