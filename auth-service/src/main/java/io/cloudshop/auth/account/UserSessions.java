package io.cloudshop.auth.account;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.refresh.RefreshTokens;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Where somebody is signed in, for administrators, who can end all of it at once. */
@ApplicationScoped
@Transactional
class UserSessions {

    private static final int MOST_SHOWN = 100;

    private final UserRepository users;
    private final RefreshTokens sessions;
    private final SecurityEvents events;
    private final Event<SessionsEnded> sessionsEnded;

    UserSessions(
            UserRepository users, RefreshTokens sessions, SecurityEvents events, Event<SessionsEnded> sessionsEnded) {
        this.users = users;
        this.sessions = sessions;
        this.events = events;
        this.sessionsEnded = sessionsEnded;
    }

    UserSessionList of(UUID userId) {
        int epoch = users.findByIdOptional(userId)
                .orElseThrow(UserSessions::unknown)
                .sessionEpoch();
        return new UserSessionList(sessions.liveOf(userId, epoch, MOST_SHOWN), sessions.countLiveOf(userId, epoch));
    }

    /**
     * Ends them, and the access tokens that came of them, by a new epoch. Administrators are locked first, as by each change of a user.
     *
     * @param callerId must be an administrator by now, too: a token remembers what its user was
     */
    void end(UUID callerId, UUID userId) {
        boolean isAdmin = users.lockEnabledAdmins().stream().map(User::id).anyMatch(callerId::equals);
        User user = users.lock(userId).orElseThrow(UserSessions::unknown);
        if (!isAdmin) {
            throw new DomainException(CommonProblems.FORBIDDEN, "You are not an administrator any more.");
        }
        events.record(SecurityEventType.SESSIONS_ENDED, userId, callerId, null);
        sessionsEnded.fire(new SessionsEnded(userId, user.endSessions(), Optional.empty()));
    }

    private static DomainException unknown() {
        return CommonProblems.notFound("The user");
    }
}
