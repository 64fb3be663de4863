package io.cloudshop.auth.account;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The administrator who is created at start when there is no user with that address. */
@ConfigMapping(prefix = "cloudshop.admin")
public interface FirstAdminConfig {

    /** The address; no default outside the local profiles. */
    Optional<String> email();

    /** The password until the administrator changes it; no default outside the local profiles. */
    Optional<String> password();
}
