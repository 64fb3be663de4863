package io.cloudshop.auth.reset;

import io.cloudshop.auth.account.SessionsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Whatever ends a user's sessions, a new password above all, makes a link void that is under way; in the same transaction. */
@ApplicationScoped
class VoidedLinks {

    private final ResetTokenRepository tokens;

    VoidedLinks(ResetTokenRepository tokens) {
        this.tokens = tokens;
    }

    void drop(@Observes SessionsEnded ended) {
        tokens.drop(ended.userId());
    }
}
