package io.cloudshop.auth.account;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.password.PasswordHasher;
import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import io.cloudshop.auth.refresh.RefreshTokens;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
    private final RefreshTokens sessions;
    private final SecurityEvents events;
    private final Event<SessionsEnded> sessionsEnded;

    Credentials(
            UserRepository users,
            PasswordPolicy policy,
            PasswordHasher hasher,
            RefreshTokens sessions,
            SecurityEvents events,
            Event<SessionsEnded> sessionsEnded) {
        this.users = users;
        this.policy = policy;
        this.hasher = hasher;
        this.sessions = sessions;
        this.events = events;
        this.sessionsEnded = sessionsEnded;
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
        if (!hasher.matches(change.currentPassword(), user.passwordHash())) {
            throw wrongCurrentPassword();
        }
        policy.require("newPassword", change.newPassword(), user.email());
        String newHash = hasher.hash(change.newPassword());
        QuarkusTransaction.requiringNew().run(() -> replace(user, newHash, accessTokenId, refreshToken));
    }

    private void replace(User read, String newHash, String accessTokenId, String refreshToken) {
        User user =
                users.lockIfUnchanged(read.id(), read.passwordHash()).orElseThrow(Credentials::wrongCurrentPassword);
        int ended = user.sessionEpoch();
        int next = user.changePassword(newHash);
        events.record(SecurityEventType.PASSWORD_CHANGED, user.id());
        sessionsEnded.fire(new SessionsEnded(user.id(), next, Optional.of(accessTokenId)));
        if (refreshToken != null) {
            sessions.keep(refreshToken, user.id(), ended, next);
        }
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
