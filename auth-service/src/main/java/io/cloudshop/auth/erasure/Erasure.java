package io.cloudshop.auth.erasure;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody who is to be forgotten. */
@Schema(
        name = "Erasure",
        requiredProperties = {"userId", "requestedAt"})
record Erasure(UUID userId, Instant requestedAt) {}
