package io.cloudshop.auth.session;

import io.cloudshop.defaults.security.TokenTerms;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client gets for signing in.
 *
 * @param expiresIn seconds until the token is void
 */
@Schema(
        name = "Session",
        requiredProperties = {"accessToken", "tokenType", "expiresIn"})
record Session(
        String accessToken,
        @Schema(enumeration = "Bearer") String tokenType,
        @Schema(example = "900") long expiresIn) {

    static Session of(String accessToken) {
        return new Session(accessToken, "Bearer", TokenTerms.LIFETIME.toSeconds());
    }

    @Override
    public String toString() {
        return "Session[expiresIn=" + expiresIn + "]";
    }
}
