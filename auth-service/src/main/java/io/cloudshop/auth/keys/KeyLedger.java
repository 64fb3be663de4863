package io.cloudshop.auth.keys;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the database knows about all keys that there ever were, at one moment. */
public final class KeyLedger {

    private final Map<String, KeyState> states;

    KeyLedger(Collection<KeyState> states) {
        this.states = states.stream().collect(Collectors.toMap(KeyState::keyId, Function.identity()));
    }

    public Collection<KeyState> states() {
        return states.values();
    }

    public Optional<KeyState> find(String keyId) {
        return Optional.ofNullable(states.get(keyId));
    }

    public boolean isWithdrawn(String keyId) {
        return is(keyId, KeyState::isWithdrawn);
    }

    public boolean hasSigned(String keyId) {
        return is(keyId, KeyState::hasSigned);
    }

    /** The key that administrators put in that one's place, by however many decisions: itself for none. */
    public String heirOf(String keyId) {
        return lineOf(keyId).getLast();
    }

    /** That key and those that took over from it by decisions of administrators, one after the other. */
    List<String> lineOf(String keyId) {
        LinkedHashSet<String> line = new LinkedHashSet<>();
        String heir = keyId;
        while (heir != null && line.add(heir)) {
            heir = find(heir).map(KeyState::successor).orElse(null);
        }
        return List.copyOf(line);
    }

    boolean isInForce(String keyId) {
        return is(keyId, KeyState::isInForce);
    }

    private boolean is(String keyId, Predicate<KeyState> condition) {
        return find(keyId).filter(condition).isPresent();
    }
}
