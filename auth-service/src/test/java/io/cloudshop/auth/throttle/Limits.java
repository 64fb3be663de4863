package io.cloudshop.auth.throttle;

import java.time.Duration;

/** Settings for tests, the defaults unless something else is said. */
final class Limits implements ThrottleSettings {

    private boolean enabled = true;
    private int accountFailures = 5;
    private Duration accountWindow = Duration.ofMinutes(5);
    private int addressAttempts = 30;

    Limits enabled(boolean isEnabled) {
        enabled = isEnabled;
        return this;
    }

    Limits accountFailures(int most) {
        accountFailures = most;
        return this;
    }

    Limits accountWindow(Duration length) {
        accountWindow = length;
        return this;
    }

    Limits addressAttempts(int most) {
        addressAttempts = most;
        return this;
    }

    @Override
    public boolean enabled() {
        return enabled;
    }

    @Override
    public int accountFailures() {
        return accountFailures;
    }

    @Override
    public Duration accountWindow() {
        return accountWindow;
    }

    @Override
    public int addressAttempts() {
        return addressAttempts;
    }

    @Override
    public Duration addressWindow() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int registrations() {
        return 20;
    }

    @Override
    public Duration registrationWindow() {
        return Duration.ofHours(1);
    }

    @Override
    public int links() {
        return 3;
    }

    @Override
    public Duration linkWindow() {
        return Duration.ofHours(1);
    }
}
