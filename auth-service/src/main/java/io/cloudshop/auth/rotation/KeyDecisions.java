package io.cloudshop.auth.rotation;

import io.cloudshop.auth.audit.SecurityEventType;
import io.cloudshop.auth.audit.SecurityEvents;
import io.cloudshop.auth.keys.KeyLedger;
import io.cloudshop.auth.keys.KeyRecords;
import io.cloudshop.auth.keys.SigningKey;
import io.cloudshop.auth.problem.AuthProblems;
import io.cloudshop.defaults.problem.CommonProblems;
import io.cloudshop.defaults.problem.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/**
 * What administrators decide about keys, one decision at a time whichever replica took it. Everything is judged by the locked
 * table: what a replica knows is a few seconds old.
 */
@ApplicationScoped
@Transactional
class KeyDecisions {

    private final KeyRecords records;
    private final SecurityEvents events;

    KeyDecisions(KeyRecords records, SecurityEvents events) {
        this.records = records;
        this.events = events;
    }

    /** Has the next key take over; nothing changes where it has done so already. */
    void rotate(UUID callerId, String currentId, String nextId) {
        KeyLedger ledger = records.lock();
        if (ledger.isWithdrawn(nextId)) {
            throw noNextKey();
        }
        if (!ledger.hasSigned(nextId)) {
            String from = ledger.heirOf(currentId);
            records.succeed(from, nextId);
            events.record(SecurityEventType.SIGNING_KEY_ROTATED, null, callerId, from + " -> " + nextId);
        }
    }

    /**
     * Withdraws a key for good, and has the next one take over where it was the current one; nothing changes where it was
     * withdrawn before.
     */
    void withdraw(UUID callerId, String keyId, String currentId, Optional<SigningKey> next) {
        KeyLedger ledger = records.lock();
        if (ledger.find(keyId).isEmpty()) {
            throw CommonProblems.notFound("The signing key");
        }
        if (ledger.isWithdrawn(keyId)) {
            return;
        }
        if (ledger.heirOf(currentId).equals(keyId)) {
            records.succeed(keyId, heir(ledger, keyId, next));
        }
        records.withdraw(keyId);
        events.record(SecurityEventType.SIGNING_KEY_WITHDRAWN, null, callerId, keyId);
    }

    static DomainException noNextKey() {
        return new DomainException(
                AuthProblems.NO_NEXT_KEY,
                "There is no next key: put a new one into the file of cloudshop.auth.next-signing-key-file first.");
    }

    private static String heir(KeyLedger ledger, String keyId, Optional<SigningKey> next) {
        return next.map(SigningKey::id)
                .filter(id -> !id.equals(keyId) && !ledger.isWithdrawn(id) && !ledger.hasSigned(id))
                .orElseThrow(KeyDecisions::noNextKey);
    }
}
