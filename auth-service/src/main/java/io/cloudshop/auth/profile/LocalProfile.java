package io.cloudshop.auth.profile;

import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.Set;

/** Whether this is somebody's own machine, where settings are good that would be a hole elsewhere. */
public final class LocalProfile {

    private static final Set<String> LOCAL = Set.of("local", "dev", "test");

    private LocalProfile() {}

    public static boolean isActive() {
        return ConfigUtils.getProfiles().stream().anyMatch(LOCAL::contains);
    }
}
