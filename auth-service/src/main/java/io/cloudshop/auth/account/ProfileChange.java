package io.cloudshop.auth.account;

import io.cloudshop.defaults.text.TypedText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a user may change about the own account. */
@Schema(name = "ProfileChange")
record ProfileChange(
        @NotBlank
        @Size(max = Registration.NAME_MAX)
        @Pattern(regexp = Registration.PRINTABLE, message = "must not contain control characters")
        @Schema(example = "Ada Lovelace")
        String displayName) {

    ProfileChange {
        displayName = TypedText.line(displayName);
    }
}
