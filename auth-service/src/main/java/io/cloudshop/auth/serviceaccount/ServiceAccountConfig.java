package io.cloudshop.auth.serviceaccount;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** The services that may ask for a token, by name. */
@ConfigMapping(prefix = "cloudshop.service-accounts")
public interface ServiceAccountConfig {

    @WithParentName
    Map<String, Account> byName();

    /** One service account. */
    interface Account {

        /** What the service proves itself with; without it (the default) the account is closed. */
        Optional<String> secret();
    }
}
