package io.cloudshop.auth.throttle;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Attempts are counted, as they are outside the tests of everything else. */
public class Throttled implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "cloudshop.auth.throttle.enabled", "true",
                "cloudshop.auth.throttle.address-attempts", "12",
                "cloudshop.auth.throttle.registrations", "4");
    }
}
