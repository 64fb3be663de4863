package io.cloudshop.benchmarks.chaos;

import io.cloudshop.benchmarks.shop.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** One run: customers buy for a while, and a component is killed now and then. Thread-safe. */
final class Experiment {

    private final String component;
    private final Duration length;
    private final Record record;
    private final Instant begin = Instant.now();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();
    private final List<Kill> kills = new CopyOnWriteArrayList<>();

    Experiment(String component, Duration length) {
        this.component = component;
        this.length = length;
        this.record = new Record((int) length.toSeconds());
    }

    String component() {
        return component;
    }

    Duration length() {
        return length;
    }

    Record record() {
        return record;
    }

    boolean goesOn() {
        return sinceBegin().compareTo(length) < 0;
    }

    Duration sinceBegin() {
        return Duration.between(begin, Instant.now());
    }

    void noted(Answer answer) {
        record.add(sinceBegin(), answer.isGood());
    }

    void ordered(String order, Duration whole) {
        orders.add(order);
        record.addCheckout(whole);
    }

    void givenUp(String key) {
        givenUp.add(key);
    }

    void killed(Kill kill) {
        kills.add(kill);
    }

    Set<String> orders() {
        return Set.copyOf(orders);
    }

    List<String> givenUp() {
        return List.copyOf(givenUp);
    }

    List<Kill> kills() {
        return List.copyOf(kills);
    }

    void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
