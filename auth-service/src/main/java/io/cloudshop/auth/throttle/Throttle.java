package io.cloudshop.auth.throttle;

import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;

/**
 * Who may try now. Asked before a password is hashed, so that trying costs next to nothing, and by what was typed, so that
 * the answer is the same whether or not there is such an account. Nobody is locked out for longer than a window, and whoever
 * has a session keeps it. Every refusal is a {@code login-throttled} with {@code Retry-After}. Thread-safe.
 */
@ApplicationScoped
public class Throttle {

    /**
     * Passwords that are tried at once have not failed yet. So many times the failures may be under way, which is room for an
     * owner with many devices and not for a guesser with many connections.
     */
    private static final int UNDER_WAY = 4;

    private final ThrottleSettings settings;
    private final Windows windows;
    private final MeterRegistry metrics;

    @Inject
    Throttle(ThrottleSettings settings, GuardedWindows windows, MeterRegistry metrics) {
        this(settings, (Windows) windows, metrics);
    }

    Throttle(ThrottleSettings settings, Windows windows, MeterRegistry metrics) {
        this.settings = settings;
        this.windows = windows;
        this.metrics = metrics;
    }

    /** Before a password is looked at. */
    public void admitLogin(String email, String clientAddress) {
        Window address = fromAddress("login", clientAddress);
        admit("login", List.of(address, attempts(email)), List.of(failures(email)));
    }

    /**
     * Before the current password is looked at that somebody gives for a new one. A token is no proof of it, and whoever stole
     * one could guess here what they may not guess at the login: it counts as the same.
     */
    public void admitPasswordChange(String email) {
        admit("password-change", List.of(attempts(email)), List.of(failures(email)));
    }

    /** After a password that was wrong. */
    public void loginFailed(String email) {
        if (settings.enabled()) {
            windows.enter(failures(email));
        }
    }

    /** After a password that was right: whatever failed before was a typing error. */
    public void loginSucceeded(String email) {
        if (settings.enabled()) {
            windows.clear(List.of(attempts(email), failures(email)));
        }
    }

    /** Before an account is opened. */
    public void admitRegistration(String clientAddress) {
        Window address = new Window(
                "throttle:registration:" + Subject.ofClient(clientAddress),
                settings.registrations(),
                settings.registrationWindow());
        admit("registration", List.of(address), List.of());
    }

    /** Before a link is promised that sets a new password: nobody's mailbox is to be filled, nor the link in it replaced for ever. */
    public void admitResetRequest(String email, String clientAddress) {
        Window links = new Window("throttle:links:" + Subject.ofEmail(email), settings.links(), settings.linkWindow());
        admit("reset-request", List.of(fromAddress("forgotten", clientAddress), links), List.of());
    }

    /** Before a token out of a link is looked at. Whose it is nobody knows yet. */
    public void admitReset(String clientAddress) {
        admit("reset", List.of(fromAddress("reset", clientAddress)), List.of());
    }

    private void admit(String kind, List<Window> entered, List<Window> watched) {
        Duration wait = settings.enabled() ? windows.admit(entered, watched) : Duration.ZERO;
        if (wait.isPositive()) {
            metrics.counter("cloudshop.auth.throttled", "kind", kind).increment();
            throw throttled(wait);
        }
    }

    private Window fromAddress(String what, String clientAddress) {
        return new Window(
                "throttle:" + what + ":" + Subject.ofClient(clientAddress),
                settings.addressAttempts(),
                settings.addressWindow());
    }

    private Window attempts(String email) {
        return new Window(
                "throttle:attempts:" + Subject.ofEmail(email),
                UNDER_WAY * settings.accountFailures(),
                settings.accountWindow());
    }

    private Window failures(String email) {
        return new Window(
                "throttle:failures:" + Subject.ofEmail(email), settings.accountFailures(), settings.accountWindow());
    }

    private static DomainException throttled(Duration wait) {
        long seconds = wait.plusMillis(999).toSeconds();
        return new DomainException(
                        AuthProblems.LOGIN_THROTTLED, "Too many attempts; try again in " + seconds + " seconds.")
                .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
}
