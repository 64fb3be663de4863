package io.cloudshop.defaults.security;

import java.time.Instant;
import java.util.OptionalInt;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/**
 * What an access token says, once its signature and its terms are good.
 *
 * @param keyId the header {@code kid}: the key that it was verified with
 * @param id the claim {@code jti}
 * @param subject the claim {@code sub}: a user's id, or the name of a service account
 * @param sessionEpoch the claim {@link #SESSION_EPOCH}; tokens of service accounts have none
 * @param expiresAt the claim {@code exp}
 */
public record AccessToken(String keyId, String id, String subject, OptionalInt sessionEpoch, Instant expiresAt) {

    /** Private claim (RFC 7519, section 4.3): how often the user's sessions had been ended when the token was issued. */
    public static final String SESSION_EPOCH = "session_epoch";

    static AccessToken of(String keyId, JwtClaims verified) throws MalformedClaimException {
        return new AccessToken(
                keyId,
                verified.getJwtId(),
                verified.getSubject(),
                verified.getClaimValue(SESSION_EPOCH) instanceof Number epoch
                        ? OptionalInt.of(epoch.intValue())
                        : OptionalInt.empty(),
                Instant.ofEpochSecond(verified.getExpirationTime().getValue()));
    }
}
