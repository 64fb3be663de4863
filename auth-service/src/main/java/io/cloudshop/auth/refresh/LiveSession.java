package io.cloudshop.auth.refresh;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session that can go on, as those may know it who look after accounts: when, and never a token.
 *
 * @param lastUsedAt when its refresh token was traded for the one that it has now, or when it began
 * @param expiresAt when it is over at the latest
 */
@Schema(
        name = "UserSession",
        requiredProperties = {"startedAt", "lastUsedAt", "expiresAt"})
public record LiveSession(Instant startedAt, Instant lastUsedAt, Instant expiresAt) {}
