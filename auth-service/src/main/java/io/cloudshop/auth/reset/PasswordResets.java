package io.cloudshop.auth.reset;

import io.cloudshop.auth.account.PasswordRecovery;
import io.cloudshop.auth.account.UserProfile;
import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.password.PasswordHasher;
import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.auth.throttle.Throttle;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Sets passwords by links. */
@ApplicationScoped
class PasswordResets {

    private final ResetTokenRepository tokens;
    private final PasswordRecovery recovery;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final SecurityEvents events;
    private final Throttle throttle;
    private final Clock clock;

    PasswordResets(
            ResetTokenRepository tokens,
            PasswordRecovery recovery,
            PasswordPolicy policy,
            PasswordHasher hasher,
            SecurityEvents events,
            Throttle throttle,
            Clock clock) {
        this.tokens = tokens;
        this.recovery = recovery;
        this.policy = policy;
        this.hasher = hasher;
        this.events = events;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Looks at the token before anybody hashes a password for it, and uses it only when the password is acceptable. */
    void reset(ResetToken token, TypedPassword newPassword) {
        String hash = token.hash();
        UserProfile user = ownerOf(hash).orElseThrow(this::refused);
        policy.require("newPassword", newPassword, user.email());
        String passwordHash = hasher.hash(newPassword);
        if (!recovery.replace(user.id(), passwordHash, () -> tokens.use(hash, clock.instant()))) {
            throw refused();
        }
        // Whatever failed before was a forgotten password.
        throttle.loginSucceeded(user.email());
    }

    private Optional<UserProfile> ownerOf(String hash) {
        return tokens.ownerOf(hash, clock.instant()).flatMap(recovery::find);
    }

    private DomainException refused() {
        events.record(SecurityEventType.PASSWORD_RESET_REFUSED, null);
        return new DomainException(
                AuthProblems.RESET_REFUSED, "The link was used, has expired or was replaced; ask for another one.");
    }
}
