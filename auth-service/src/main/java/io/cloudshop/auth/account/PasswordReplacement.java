package io.cloudshop.auth.account;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.refresh.RefreshTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * What a new password changes, all of it or nothing. A bean of its own, since the hash is made before the transaction
 * begins: a slow hash must not hold a connection.
 */
@ApplicationScoped
class PasswordReplacement {

    private final UserRepository users;
    private final RefreshTokens sessions;
    private final SecurityEvents events;

    PasswordReplacement(UserRepository users, RefreshTokens sessions, SecurityEvents events) {
        this.users = users;
        this.sessions = sessions;
        this.events = events;
    }

    /**
     * Ends every session of the user but the one of that refresh token.
     *
     * @param read as the user was when the current password was found right
     * @param refreshToken null for none
     * @return false where somebody else has changed the password since, or disabled the user; nothing has changed then
     */
    @Transactional
    boolean replace(User read, String newHash, String refreshToken) {
        return users.lockIfUnchanged(read.id(), read.passwordHash())
                .map(user -> replaceLocked(user, newHash, refreshToken))
                .isPresent();
    }

    private User replaceLocked(User user, String newHash, String refreshToken) {
        int ended = user.sessionEpoch();
        int next = user.changePassword(newHash);
        events.record(SecurityEventType.PASSWORD_CHANGED, user.id());
        if (refreshToken != null) {
            sessions.keep(refreshToken, user.id(), ended, next);
        }
        return user;
    }
}
