package io.cloudshop.auth.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** How often somebody may try. Windows slide: each attempt stops counting when it is so old, and not all of them at once. */
@ConfigMapping(prefix = "cloudshop.auth.throttle")
public interface ThrottleSettings {

    /** False lets everybody try as often as they like; refused outside the local profiles. Default true. */
    @WithDefault("true")
    boolean enabled();

    /** Failed logins with one email address in {@link #accountWindow}, whether or not it has an account. Default 5. */
    @WithDefault("5")
    @Min(1)
    @Max(1000)
    int accountFailures();

    /** Default 5 minutes; at least a second, at most a day: nobody is locked out for longer. */
    @WithDefault("5m")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration accountWindow();

    /** Logins from one client address in {@link #addressWindow}, good ones too; and so many each of a reset's two steps. Default 30. */
    @WithDefault("30")
    @Min(1)
    @Max(100_000)
    int addressAttempts();

    /** Default 1 minute; at least a second, at most a day. */
    @WithDefault("1m")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration addressWindow();

    /** Registrations from one client address in {@link #registrationWindow}. Default 20. */
    @WithDefault("20")
    @Min(1)
    @Max(100_000)
    int registrations();

    /** Default 1 hour; at least a second, at most a day. */
    @WithDefault("1h")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration registrationWindow();

    /** Links to set a new password for one email address in {@link #linkWindow}, whether or not it has an account. Default 3. */
    @WithDefault("3")
    @Min(1)
    @Max(1000)
    int links();

    /** Default 1 hour; at least a second, at most a day. */
    @WithDefault("1h")
    @DurationMin(seconds = 1)
    @DurationMax(days = 1)
    Duration linkWindow();
}
