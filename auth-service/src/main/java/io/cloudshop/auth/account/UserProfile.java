package io.cloudshop.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user may know about an account; no secret is in it. */
@Schema(
        name = "User",
        requiredProperties = {"id", "email", "displayName", "roles", "createdAt"})
public record UserProfile(
        UUID id,
        @Schema(example = "ada@example.org") String email,
        @Schema(example = "Ada") String displayName,
        List<String> roles,
        Instant createdAt) {}
