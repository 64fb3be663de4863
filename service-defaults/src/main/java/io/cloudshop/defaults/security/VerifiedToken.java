package io.cloudshop.defaults.security;

import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.ParseException;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtContext;

/**
 * A token whose signature and terms are good, without the token itself.
 *
 * @param type the header {@code typ}
 * @param claims the claims as JSON: principals change the objects that they are given
 * @param says what of it matters for access
 */
record VerifiedToken(String type, String claims, AccessToken says) {

    static VerifiedToken of(JwtContext verified) throws ParseException {
        try {
            JwtClaims claims = verified.getJwtClaims();
            return new VerifiedToken(
                    verified.getJoseObjects().getFirst().getHeader("typ"),
                    claims.getRawJson(),
                    AccessToken.of(keyIdOf(verified), claims));
        } catch (MalformedClaimException malformed) {
            throw new ParseException("The token is not valid", malformed);
        }
    }

    /** The caller, of whom the token was found again. */
    JWTCallerPrincipal principal(String token) throws ParseException {
        try {
            return new DefaultJWTCallerPrincipal(token, type, JwtClaims.parse(claims));
        } catch (InvalidJwtException unreadable) {
            throw new ParseException("The token is not valid", unreadable);
        }
    }

    /** Without it any published key would do, also one that was withdrawn a moment ago. */
    private static String keyIdOf(JwtContext verified) throws ParseException {
        String keyId = verified.getJoseObjects().getFirst().getKeyIdHeaderValue();
        if (keyId == null) {
            throw new ParseException("The token does not name its key");
        }
        return keyId;
    }
}
