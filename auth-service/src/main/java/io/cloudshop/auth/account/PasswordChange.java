package io.cloudshop.auth.account;

import io.cloudshop.auth.password.PasswordPolicy;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password until now, as proof, and the one from now on. */
@Schema(name = "PasswordChange")
record PasswordChange(
        @NotNull @Size(max = PasswordPolicy.MAX_LENGTH) String currentPassword,

        @NotNull @Schema(minLength = PasswordPolicy.MIN_LENGTH, maxLength = PasswordPolicy.MAX_LENGTH)
        String newPassword) {}
