package io.cloudshop.auth.rotation;

import io.cloudshop.auth.keys.KeyLedger;
import io.cloudshop.auth.keys.KeyState;
import io.cloudshop.auth.keys.SigningKey;
import io.cloudshop.auth.keys.SigningKeys;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.auth.rotation.SigningKeyView.Status;
import io.cloudshop.defaults.problem.DomainException;
import io.cloudshop.revocation.Revocations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

/**
 * What administrators do with signing keys. It counts on this replica at once, and on the others with their next look at the
 * table; of a key that was withdrawn they hear by the deny list, within a second.
 */
@ApplicationScoped
class KeyAdministration {

    private final SigningKeys keys;
    private final KeyDecisions decisions;
    private final Revocations revocations;

    KeyAdministration(SigningKeys keys, KeyDecisions decisions, Revocations revocations) {
        this.keys = keys;
        this.decisions = decisions;
        this.revocations = revocations;
    }

    SigningKeyList list() {
        KeyLedger ledger = keys.look();
        String currentId = keys.current().id();
        return new SigningKeyList(ledger.states().stream()
                .sorted(Comparator.comparing(KeyState::announcedAt).reversed())
                .flatMap(key -> status(key, currentId).map(status -> SigningKeyView.of(key, status)).stream())
                .toList());
    }

    /** Has the next key sign; done again, while the files are what they were, it changes nothing. */
    SigningKeyList rotate(UUID callerId) {
        keys.look();
        String currentId = keys.current().id();
        Optional<SigningKey> next = keys.next();
        if (next.isPresent()) {
            requireOldEnough(next.get());
            decisions.rotate(callerId, currentId, next.get().id());
            keys.look();
        } else if (!keys.areAheadOfTheirFile()) {
            throw KeyDecisions.noNextKey();
        }
        return list();
    }

    /** Ends a key and everything that it signed; done again it tells the deny list again, which may have been away. */
    void withdraw(UUID callerId, String keyId) {
        keys.look();
        decisions.withdraw(callerId, keyId, keys.current().id(), keys.next());
        revocations.revokeKey(keyId);
        keys.look();
    }

    private void requireOldEnough(SigningKey next) {
        Duration wait = keys.untilItMaySign(next);
        if (wait.isPositive()) {
            long seconds = wait.plusMillis(999).toSeconds();
            throw new DomainException(
                            AuthProblems.NEXT_KEY_TOO_NEW,
                            "Not every service has fetched the next key yet; try again in " + seconds + " seconds.")
                    .header(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        }
    }

    /** None for a key that was announced, never signed and is not announced any more. */
    private Optional<Status> status(KeyState key, String currentId) {
        if (key.isWithdrawn()) {
            return Optional.of(Status.withdrawn);
        }
        if (key.keyId().equals(currentId)) {
            return Optional.of(Status.current);
        }
        if (key.hasSigned()) {
            return Optional.of(Status.retired);
        }
        return keys.isPublished(key.keyId()) ? Optional.of(Status.next) : Optional.empty();
    }
}
