package io.cloudshop.auth.reset;

import io.cloudshop.defaults.text.TypedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who somebody claims to be who has forgotten a password. */
@Schema(name = "PasswordResetRequest")
record PasswordResetRequest(
        @NotBlank @Size(max = 254) @Schema(example = "ada@example.org")
        String email) {

    PasswordResetRequest {
        email = TypedText.line(email);
    }
}
