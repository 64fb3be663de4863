package io.cloudshop.auth.account;

import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import io.cloudshop.defaults.text.TypedText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new customer. Address and name are taken as {@link TypedText} has them. */
@Schema(name = "Registration")
record Registration(
        @NotNull
        @Size(max = Registration.EMAIL_MAX)
        @Email(regexp = Registration.EMAIL, message = "must be an email address such as ada@example.org")
        @Schema(example = "ada@example.org")
        String email,

        @NotNull
        @Schema(
                implementation = String.class,
                minLength = PasswordPolicy.MIN_LENGTH,
                maxLength = PasswordPolicy.MAX_LENGTH,
                example = "a long sentence is best")
        TypedPassword password,

        @NotBlank
        @Size(max = Registration.NAME_MAX)
        @Pattern(regexp = Registration.PRINTABLE, message = "must not contain control characters")
        @Schema(example = "Ada")
        String displayName) {

    static final int EMAIL_MAX = 254;
    static final int NAME_MAX = 100;

    /** On top of the annotation's own check, the domain has a dot; each character is looked at once or twice. */
    static final String EMAIL = "^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$";

    /** Ranges, not a character class by name, so that JavaScript reads the pattern in the API document alike. */
    static final String PRINTABLE = "^[^\\u0000-\\u001F\\u007F-\\u009F]*$";

    Registration {
        email = TypedText.line(email);
        displayName = TypedText.line(displayName);
    }
}
