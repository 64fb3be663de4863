package io.cloudshop.auth.account;

import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password until now, as proof, and the one from now on. */
@Schema(name = "PasswordChange")
record PasswordChange(
        @NotNull @Schema(implementation = String.class, maxLength = PasswordPolicy.MAX_LENGTH)
        TypedPassword currentPassword,

        @NotNull
        @Schema(
                implementation = String.class,
                minLength = PasswordPolicy.MIN_LENGTH,
                maxLength = PasswordPolicy.MAX_LENGTH)
        TypedPassword newPassword) {}
