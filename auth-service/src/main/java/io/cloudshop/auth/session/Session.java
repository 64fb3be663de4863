package io.cloudshop.auth.session;

import io.cloudshop.auth.token.AccessTokens;
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
        return new Session(accessToken, "Bearer", AccessTokens.LIFETIME.toSeconds());
    }

    @Override
    public String toString() {
        return "Session[expiresIn=" + expiresIn + "]";
    }
}
