package io.cloudshop.auth.account;

import io.cloudshop.auth.password.PasswordHasher;
import io.cloudshop.auth.password.PasswordPolicy;
import io.cloudshop.auth.password.TypedPassword;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.auth.token.Roles;
import io.cloudshop.defaults.Ids;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Opens accounts and shows them to their owners. */
@ApplicationScoped
public class Accounts {

    static final String UNIQUE_EMAIL = "users_email_key";

    private final UserRepository users;
    private final PasswordPolicy policy;
    private final PasswordHasher hasher;
    private final Clock clock;

    Accounts(UserRepository users, PasswordPolicy policy, PasswordHasher hasher, Clock clock) {
        this.users = users;
        this.policy = policy;
        this.hasher = hasher;
        this.clock = clock;
    }

    UserProfile register(Registration registration) {
        policy.require("password", registration.password(), registration.email());
        return open(registration.email(), registration.displayName(), registration.password(), List.of(Roles.CUSTOMER));
    }

    /** Opens an account with these roles; of several calls at once for one address, one succeeds. */
    UserProfile open(String email, String displayName, TypedPassword password, List<String> roles) {
        // The database keeps microseconds; what is answered now must equal what is read later.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        User user = new User(Ids.next(), email, displayName, hasher.hash(password), roles, now);
        try {
            users.insert(user);
        } catch (ConstraintViolationException e) {
            if (UNIQUE_EMAIL.equals(e.getConstraintName())) {
                throw new DomainException(
                        AuthProblems.EMAIL_TAKEN, "There is an account with this email address already.", e);
            }
            throw e;
        }
        return user.profile();
    }

    /** The user with this id, who must be able to sign in still. */
    public UserProfile profile(UUID id) {
        return users.findEnabled(id).orElseThrow(Accounts::gone).profile();
    }

    UserProfile rename(UUID id, String displayName) {
        return users.rename(id, displayName).orElseThrow(Accounts::gone).profile();
    }

    /** A good token whose account was closed or disabled since it was issued. */
    static DomainException gone() {
        return new DomainException(CommonProblems.UNAUTHORIZED, "Your account is not active any more.")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}
