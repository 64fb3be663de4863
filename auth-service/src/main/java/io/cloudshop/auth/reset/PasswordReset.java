package io.cloudshop.auth.reset;

import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A new password, and the proof that one may set it.
 *
 * @param token out of the link
 */
@Schema(name = "PasswordReset")
record PasswordReset(
        @NotBlank @Size(max = 100) String token,

        @NotNull
        @Schema(
                implementation = String.class,
                minLength = PasswordPolicy.MIN_LENGTH,
                maxLength = PasswordPolicy.MAX_LENGTH)
        TypedPassword newPassword) {

    @Override
    public String toString() {
        return "PasswordReset[***]";
    }
}
