package io.cloudshop.auth.account;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.auth.refresh.RefreshTokens;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deletes users with all that hangs on them: addresses, sessions, links. A bean of its own, as {@link PasswordReplacement}
 * is. What happened to the account stays known by its id, which leads to nobody any more.
 */
@ApplicationScoped
class AccountClosure {

    private final UserRepository users;
    private final RefreshTokens sessions;
    private final SecurityEvents events;
    private final Event<SessionsEnded> sessionsEnded;
    private final Event<AccountDeleted> deletions;

    AccountClosure(
            UserRepository users,
            RefreshTokens sessions,
            SecurityEvents events,
            Event<SessionsEnded> sessionsEnded,
            Event<AccountDeleted> deletions) {
        this.users = users;
        this.sessions = sessions;
        this.events = events;
        this.sessionsEnded = sessionsEnded;
        this.deletions = deletions;
    }

    /**
     * Locks whoever is an administrator first, so that of two who leave at once one stays.
     *
     * @param read as the user was when the password was found right
     * @return false where somebody else has changed the password since, or disabled the user; nothing has changed then
     */
    @Transactional
    boolean close(User read) {
        List<UUID> admins = users.lockEnabledAdmins().stream().map(User::id).toList();
        Optional<User> user = users.lockIfUnchanged(read.id(), read.passwordHash());
        user.ifPresent(found -> closeLocked(found, admins));
        return user.isPresent();
    }

    private void closeLocked(User user, List<UUID> admins) {
        if (admins.equals(List.of(user.id()))) {
            throw new DomainException(AuthProblems.LAST_ADMIN, "The shop would be left without an administrator.");
        }
        events.record(SecurityEventType.ACCOUNT_DELETED, user.id());
        sessionsEnded.fire(new SessionsEnded(user.id(), user.sessionEpoch() + 1, Optional.empty()));
        deletions.fire(new AccountDeleted(user.id()));
        sessions.forget(user.id());
        users.delete(user);
    }
}
