package io.cloudshop.auth.revocation;

import io.cloudshop.auth.account.SessionsEnded;
import io.cloudshop.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Puts the access tokens of sessions that were ended on the deny list, once that is committed. */
@ApplicationScoped
class EndedSessions {

    private final Revocations revocations;

    EndedSessions(Revocations revocations) {
        this.revocations = revocations;
    }

    void revoke(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded ended) {
        revocations.revokeSessions(ended.userId().toString(), ended.newEpoch(), ended.exceptTokenId());
    }
}
