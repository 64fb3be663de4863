package io.cloudshop.auth.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Lets changes to what belongs to one user come one after the other. */
@ApplicationScoped
public class AccountLock {

    private final UserRepository users;

    AccountLock(UserRepository users) {
        this.users = users;
    }

    /** Holds until the transaction ends. Whoever has no account any more, or was disabled, is told so. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(UUID userId) {
        users.lock(userId).filter(User::isEnabled).orElseThrow(Accounts::gone);
    }
}
