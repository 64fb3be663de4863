package io.cloudshop.auth.refresh;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A session as its user may know it: when, and never a token.
 *
 * @param expiresAt when it is over at the latest
 * @param endedAt when somebody signed out of it, absent otherwise
 */
@Schema(
        name = "OwnSession",
        requiredProperties = {"startedAt", "expiresAt"})
public record OwnSession(Instant startedAt, Instant expiresAt, Instant endedAt) {}
