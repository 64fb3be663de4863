package io.cloudshop.auth.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An account as administrators see it; no secret is in it.
 *
 * @param enabled whether the user may sign in
 */
@Schema(requiredProperties = {"id", "email", "displayName", "roles", "enabled", "createdAt"})
record AdministeredUser(
        UUID id,
        @Schema(example = "ada@example.org") String email,
        @Schema(example = "Ada") String displayName,
        List<String> roles,
        boolean enabled,
        Instant createdAt) {

    static AdministeredUser of(User user) {
        UserProfile profile = user.profile();
        return new AdministeredUser(
                profile.id(),
                profile.email(),
                profile.displayName(),
                profile.roles(),
                user.isEnabled(),
                profile.createdAt());
    }
}
