package io.cloudshop.auth.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which key signs and which are published. A key signs once it was published for so long that every verifier has it, and is
 * published until the last token it signed is dead, whatever becomes of its file meanwhile. Thread-safe.
 */
final class KeyRing {

    /** The lifetime of an access token, and some for clocks that differ. */
    private static final Duration SIGNATURE_LIFE = Duration.ofMinutes(20);

    private final Duration lead;
    private final Map<String, SigningKey> keys = new LinkedHashMap<>();
    private final Map<String, Instant> publishedSince = new HashMap<>();
    private final Map<String, Instant> retiredSince = new HashMap<>();

    private volatile SigningKey current;
    private volatile List<SigningKey> published;

    /** @param lead how long verifiers may keep a key set */
    KeyRing(Duration lead, SigningKey current, Optional<SigningKey> next, Instant now) {
        this.lead = lead;
        this.current = current;
        update(current, next, now);
    }

    /** What the files hold now. Says whether another key signs from now on. */
    synchronized boolean update(SigningKey wanted, Optional<SigningKey> next, Instant now) {
        publish(wanted, now);
        next.ifPresent(key -> publish(key, now));
        boolean isTurn = !wanted.id().equals(current.id())
                && !publishedSince.get(wanted.id()).plus(lead).isAfter(now);
        if (isTurn) {
            retiredSince.put(current.id(), now);
            retiredSince.remove(wanted.id());
            current = wanted;
        }
        retiredSince.values().removeIf(since -> since.plus(SIGNATURE_LIFE).isBefore(now));
        keys.keySet()
                .removeIf(id -> !id.equals(wanted.id())
                        && !id.equals(current.id())
                        && next.filter(key -> key.id().equals(id)).isEmpty()
                        && !retiredSince.containsKey(id));
        publishedSince.keySet().retainAll(keys.keySet());
        published = List.copyOf(keys.values());
        return isTurn;
    }

    SigningKey current() {
        return current;
    }

    List<SigningKey> published() {
        return published;
    }

    private void publish(SigningKey key, Instant now) {
        keys.putIfAbsent(key.id(), key);
        publishedSince.putIfAbsent(key.id(), now);
    }
}
