package io.cloudshop.auth.session;

import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import io.cloudshop.defaults.text.TypedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who somebody claims to be, and the proof. Longer values than an account can have are refused. */
@Schema(name = "Login")
record Login(
        @NotBlank @Size(max = 254) @Schema(example = "ada@example.org")
        String email,

        @NotNull @Schema(implementation = String.class, maxLength = PasswordPolicy.MAX_LENGTH)
        TypedPassword password) {

    Login {
        email = TypedText.line(email);
    }
}
