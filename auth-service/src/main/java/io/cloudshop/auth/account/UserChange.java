package io.cloudshop.auth.account;

import io.cloudshop.auth.token.Roles;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator changes about an account; what is absent stays. */
@Schema(name = "UserChange")
record UserChange(
        @Size(min = 1, message = "must not be empty: disable a user who is to do nothing")
        List<
                        @NotNull
                        @Pattern(
                                regexp = "^(" + Roles.CUSTOMER + "|" + Roles.ADMIN + ")$",
                                message = "must be " + Roles.CUSTOMER + " or " + Roles.ADMIN)
                        String>
                roles,

        Boolean enabled) {}
