package io.cloudshop.auth.account;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** What somebody may do who proves by something else than the password to be who they say. */
@ApplicationScoped
public class PasswordRecovery {

    private final UserRepository users;
    private final SecurityEvents events;
    private final Event<SessionsEnded> sessionsEnded;

    PasswordRecovery(UserRepository users, SecurityEvents events, Event<SessionsEnded> sessionsEnded) {
        this.users = users;
        this.events = events;
        this.sessionsEnded = sessionsEnded;
    }

    /** The user with this address, if there is one and may sign in. */
    public Optional<UserProfile> find(String email) {
        return users.findByEmail(email).filter(User::isEnabled).map(User::profile);
    }

    /** The user, if they may sign in. */
    public Optional<UserProfile> find(UUID id) {
        return users.findEnabled(id).map(User::profile);
    }

    /**
     * Gives the user a new password and ends every session.
     *
     * @param proof asked in the same transaction, with the user locked; where it is false, nothing changes
     * @return whether it did
     */
    @Transactional
    public boolean replace(UUID userId, String newHash, BooleanSupplier proof) {
        Optional<User> user = users.lock(userId).filter(User::isEnabled).filter(_ -> proof.getAsBoolean());
        user.ifPresent(found -> {
            int next = found.changePassword(newHash);
            events.record(SecurityEventType.PASSWORD_RESET, found.id());
            sessionsEnded.fire(new SessionsEnded(found.id(), next, Optional.empty()));
        });
        return user.isPresent();
    }
}
