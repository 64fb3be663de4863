package io.cloudshop.auth.throttle;

import io.cloudshop.auth.profile.LocalProfile;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** No start without a throttle outside the local profiles. */
@ApplicationScoped
class ThrottleCheck {

    private final ThrottleSettings settings;
    private final boolean local;

    @Inject
    ThrottleCheck(ThrottleSettings settings) {
        this(settings, LocalProfile.isActive());
    }

    ThrottleCheck(ThrottleSettings settings, boolean local) {
        this.settings = settings;
        this.local = local;
    }

    void ensure(@Observes StartupEvent event) {
        ensure();
    }

    void ensure() {
        if (!settings.enabled() && !local) {
            throw new ConfigurationException("auth-service cannot start: CLOUDSHOP_AUTH_THROTTLE_ENABLED is false, and"
                    + " everybody could try passwords as often as they like.");
        }
    }
}
