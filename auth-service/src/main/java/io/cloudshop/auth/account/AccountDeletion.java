package io.cloudshop.auth.account;

import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The password, as proof that it is the owner who wants the account gone. */
@Schema(name = "AccountDeletion")
record AccountDeletion(
        @NotNull @Schema(implementation = String.class, maxLength = PasswordPolicy.MAX_LENGTH)
        TypedPassword currentPassword) {}
