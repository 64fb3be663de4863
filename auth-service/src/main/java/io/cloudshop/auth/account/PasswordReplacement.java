package io.cloudshop.auth.account;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.refresh.RefreshTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Optional;

/**
 * What a new password changes, all of it or nothing. A bean of its own, since the hash is made before the transaction
 * begins: a slow hash must not hold a connection.
 */
@ApplicationScoped
class PasswordReplacement {

    private final UserRepository users;
    private final RefreshTokens sessions;
    private final SecurityEvents events;
    private final Event<SessionsEnded> sessionsEnded;

    PasswordReplacement(
            UserRepository users, RefreshTokens sessions, SecurityEvents events, Event<SessionsEnded> sessionsEnded) {
        this.users = users;
        this.sessions = sessions;
        this.events = events;
        this.sessionsEnded = sessionsEnded;
    }

    /**
     * Ends every session of the user but the one of these two tokens.
     *
     * @param read as the user was when the current password was found right
     * @param accessTokenId the claim {@code jti} of the token that asked
     * @param refreshToken null for none
     * @return false where somebody else has changed the password since, or disabled the user; nothing has changed then
     */
    @Transactional
    boolean replace(User read, String newHash, String accessTokenId, String refreshToken) {
        return users.lockIfUnchanged(read.id(), read.passwordHash())
                .map(user -> replaceLocked(user, newHash, accessTokenId, refreshToken))
                .isPresent();
    }

    private User replaceLocked(User user, String newHash, String accessTokenId, String refreshToken) {
        int ended = user.sessionEpoch();
        int next = user.changePassword(newHash);
        events.record(SecurityEventType.PASSWORD_CHANGED, user.id());
        sessionsEnded.fire(new SessionsEnded(user.id(), next, Optional.of(accessTokenId)));
        if (refreshToken != null) {
            sessions.keep(refreshToken, user.id(), ended, next);
        }
        return user;
    }
}
