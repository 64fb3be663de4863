package io.cloudshop.auth.throttle;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

class ThrottleCheckTest {

    private static final boolean LOCAL = true;

    @Test
    void production_does_not_start_without_a_throttle() {
        assertThatThrownBy(() -> new ThrottleCheck(new Limits().enabled(false), !LOCAL).ensure())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("auth-service cannot start: CLOUDSHOP_AUTH_THROTTLE_ENABLED is false");
    }

    @Test
    void ones_own_machine_does_and_production_with_one() {
        assertThatCode(() -> new ThrottleCheck(new Limits().enabled(false), LOCAL).ensure())
                .doesNotThrowAnyException();
        assertThatCode(() -> new ThrottleCheck(new Limits(), !LOCAL).ensure()).doesNotThrowAnyException();
    }
}
