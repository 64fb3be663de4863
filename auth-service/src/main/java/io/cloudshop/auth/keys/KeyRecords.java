package io.cloudshop.auth.keys;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ledger of signing keys, which all replicas share. It decides which key signs; the files only supply the keys. */
@ApplicationScoped
@Transactional
public class KeyRecords implements PanacheRepositoryBase<KeyRecord, String> {

    private final Clock clock;

    KeyRecords(Clock clock) {
        this.clock = clock;
    }

    /** Everything that is known, those keys among it: which are entered where they are new. */
    KeyLedger ledgerWith(Stream<String> keyIds) {
        KeyLedger known = ledger(listAll());
        List<String> missing =
                keyIds.filter(keyId -> known.find(keyId).isEmpty()).toList();
        if (missing.isEmpty()) {
            return known;
        }
        missing.forEach(this::announce);
        return ledger(listAll());
    }

    /** Another key signs, on one replica at least. */
    void turned(Optional<String> former, String keyId) {
        Instant now = clock.instant();
        former.map(this::findById).ifPresent(key -> key.retire(now));
        findById(keyId).signs(now);
    }

    /** Everything that is known, and nobody else decides anything until the transaction ends. */
    public KeyLedger lock() {
        return ledger(
                find("order by keyId").withLock(LockModeType.PESSIMISTIC_WRITE).list());
    }

    /** Puts another key in a key's place. */
    public void succeed(String keyId, String nextId) {
        findById(keyId).succeedBy(findById(nextId), clock.instant());
    }

    /** For good. */
    public void withdraw(String keyId) {
        findById(keyId).withdraw(clock.instant());
    }

    /** Of several replicas at once the first one counts. */
    private void announce(String keyId) {
        getEntityManager()
                .createNativeQuery("""
                        insert into signing_keys (kid, announced_at) values (:kid, :now)
                            on conflict do nothing""")
                .setParameter("kid", keyId)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private static KeyLedger ledger(List<KeyRecord> records) {
        return new KeyLedger(records.stream().map(KeyRecord::state).toList());
    }
}
