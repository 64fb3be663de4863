package io.cloudshop.auth.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which key signs and which are published, by this replica. A key signs once it was published for so long that every verifier
 * has it, and is published until the last token it signed is dead, whatever becomes of its file meanwhile; one that was
 * withdrawn does neither from then on. Thread-safe.
 */
final class KeyRing {

    /** The lifetime of an access token, and some for clocks that differ. */
    private static final Duration SIGNATURE_LIFE = Duration.ofMinutes(20);

    private final Duration lead;
    private final Map<String, SigningKey> keys = new LinkedHashMap<>();
    private final Map<String, Instant> publishedSince = new HashMap<>();
    private final Map<String, Instant> retiredSince = new HashMap<>();

    private volatile KeyView view = KeyView.EMPTY;

    /** @param lead how long verifiers may keep a key set */
    KeyRing(Duration lead) {
        this.lead = lead;
    }

    /** What the files hold and the ledger says now. Tells whether another key signs from now on. */
    synchronized boolean update(KeySupply supply, KeyLedger ledger, Instant now) {
        keys.keySet().removeIf(ledger::isWithdrawn);
        supply.keys().filter(key -> !ledger.isWithdrawn(key.id())).forEach(key -> publish(key, ledger, now));
        Optional<SigningKey> former = view.current();
        Optional<SigningKey> current = signing(former, supply, ledger, now);
        boolean isAnother = current.isPresent() && !current.equals(former);
        if (isAnother) {
            former.ifPresent(key -> retiredSince.put(key.id(), now));
        }
        current.ifPresent(key -> retiredSince.remove(key.id()));
        retiredSince.values().removeIf(since -> since.plus(SIGNATURE_LIFE).isBefore(now));
        keys.values().removeIf(key -> !isNeeded(key, supply, current));
        publishedSince.keySet().retainAll(keys.keySet());
        boolean isAhead = current.filter(key -> !isSame(key, supply.signing())).isPresent();
        view = new KeyView(current, next(current, supply, ledger), List.copyOf(keys.values()), isAhead);
        return isAnother;
    }

    KeyView view() {
        return view;
    }

    /** How long until a key that is published may sign. */
    synchronized Duration untilItMaySign(SigningKey key, Instant now) {
        Duration wait =
                Duration.between(now, publishedSince.getOrDefault(key.id(), now).plus(lead));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private Optional<SigningKey> signing(Optional<SigningKey> former, KeySupply supply, KeyLedger ledger, Instant now) {
        Optional<SigningKey> wanted = wanted(supply, ledger);
        if (wanted.isEmpty() || untilItMaySign(wanted.get(), now).isZero()) {
            return wanted.or(() -> stillGood(former));
        }
        return stillGood(former).or(() -> inForce(ledger)).or(() -> wanted);
    }

    /** The last key in the line that begins with the file's, or what else there is. */
    private Optional<SigningKey> wanted(KeySupply supply, KeyLedger ledger) {
        return ledger.lineOf(supply.signing().id()).reversed().stream()
                .filter(keys::containsKey)
                .findFirst()
                .or(() -> supply.next().map(SigningKey::id).filter(keys::containsKey))
                .map(keys::get);
    }

    private Optional<SigningKey> stillGood(Optional<SigningKey> former) {
        return former.filter(key -> keys.containsKey(key.id()));
    }

    /** After a start: what signed before it goes on until verifiers have the other one. */
    private Optional<SigningKey> inForce(KeyLedger ledger) {
        return keys.values().stream().filter(key -> ledger.isInForce(key.id())).findFirst();
    }

    private static Optional<SigningKey> next(Optional<SigningKey> current, KeySupply supply, KeyLedger ledger) {
        return supply.keys()
                .filter(key -> !ledger.isWithdrawn(key.id()) && !ledger.hasSigned(key.id()))
                .filter(key -> current.filter(signing -> isSame(signing, key)).isEmpty())
                .findFirst();
    }

    private boolean isNeeded(SigningKey key, KeySupply supply, Optional<SigningKey> current) {
        return current.equals(Optional.of(key))
                || supply.keys().anyMatch(supplied -> isSame(supplied, key))
                || retiredSince.containsKey(key.id());
    }

    private static boolean isSame(SigningKey one, SigningKey other) {
        return one.id().equals(other.id());
    }

    /** A replica that starts takes over what the others have published: nobody has fetched anything else from it. */
    private void publish(SigningKey key, KeyLedger ledger, Instant now) {
        boolean isStart = view == KeyView.EMPTY;
        Instant since =
                isStart ? ledger.find(key.id()).map(KeyState::announcedAt).orElse(now) : now;
        keys.putIfAbsent(key.id(), key);
        publishedSince.putIfAbsent(key.id(), since);
    }
}
