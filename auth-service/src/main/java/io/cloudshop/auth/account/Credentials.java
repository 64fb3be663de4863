package io.cloudshop.auth.account;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.password.PasswordHasher;
import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import io.cloudshop.auth.throttle.Throttle;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Checks and changes passwords. */
@ApplicationScoped
public class Credentials {

    private final UserRepository users;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final PasswordReplacement replacement;
    private final AccountClosure closure;
    private final SecurityEvents events;
    private final Throttle throttle;

    Credentials(
            UserRepository users,
            PasswordPolicy policy,
            PasswordHasher hasher,
            PasswordReplacement replacement,
            AccountClosure closure,
            SecurityEvents events,
            Throttle throttle) {
        this.users = users;
        this.policy = policy;
        this.hasher = hasher;
        this.replacement = replacement;
        this.closure = closure;
        this.events = events;
        this.throttle = throttle;
    }

    /**
     * The user whom address and password belong to, if there is one and may sign in. Takes the same time whether or not
     * the account exists, so that nobody can find out who is a customer.
     */
    public Optional<Authenticated> authenticate(String email, TypedPassword password) {
        policy.requirePossible("password", password);
        Optional<User> user = users.findByEmail(email);
        boolean matches = user.map(found -> hasher.matches(password, found.passwordHash()))
                .orElseGet(() -> hasher.matchesNobody(password));
        Optional<User> authenticated = user.filter(found -> matches && found.isEnabled());
        authenticated.ifPresent(found -> rehashIfOutdated(found, password));
        events.record(
                authenticated.isPresent() ? SecurityEventType.LOGIN_SUCCEEDED : SecurityEventType.LOGIN_FAILED,
                user.map(User::id).orElse(null));
        return authenticated.map(found -> new Authenticated(found.profile(), found.sessionEpoch()));
    }

    /** The user, if they may still sign in and nothing has ended their sessions since that epoch. */
    public Optional<UserProfile> stillSignedIn(UUID userId, int sessionEpoch) {
        return users.findEnabled(userId)
                .filter(user -> user.sessionEpoch() == sessionEpoch)
                .map(User::profile);
    }

    /**
     * Ends every session of the user but the one of these two tokens.
     *
     * @param accessTokenId the claim {@code jti} of the caller's token
     * @param refreshToken null for none
     */
    void change(UUID userId, PasswordChange change, String accessTokenId, String refreshToken) {
        policy.requirePossible("currentPassword", change.currentPassword());
        User user = users.findEnabled(userId).orElseThrow(Accounts::gone);
        requireCurrent(change.currentPassword(), user);
        policy.require("newPassword", change.newPassword(), user.email());
        String newHash = hasher.hash(change.newPassword());
        if (!replacement.replace(user, newHash, accessTokenId, refreshToken)) {
            throw wrongCurrentPassword();
        }
    }

    /** Deletes the user, and ends every session. */
    void close(UUID userId, TypedPassword currentPassword) {
        policy.requirePossible("currentPassword", currentPassword);
        User user = users.findEnabled(userId).orElseThrow(Accounts::gone);
        requireCurrent(currentPassword, user);
        if (!closure.close(user)) {
            throw wrongCurrentPassword();
        }
    }

    private void requireCurrent(TypedPassword password, User user) {
        throttle.admitPasswordChange(user.email());
        if (!hasher.matches(password, user.passwordHash())) {
            throttle.loginFailed(user.email());
            throw wrongCurrentPassword();
        }
        throttle.loginSucceeded(user.email());
    }

    private void rehashIfOutdated(User user, TypedPassword password) {
        if (hasher.isOutdated(user.passwordHash())) {
            users.replaceHash(user.id(), user.passwordHash(), hasher.hash(password));
        }
    }

    private static DomainException wrongCurrentPassword() {
        return new DomainException(CommonProblems.INVALID, "The current password is wrong; see violations.")
                .with(
                        "violations",
                        List.of(Map.of("field", "currentPassword", "message", "is not your current password")));
    }
}
