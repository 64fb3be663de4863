package io.cloudshop.outbox;

import java.time.Duration;

/** A relay that waits less long. */
record QuickSettings(int eventsPerRound) implements OutboxSettings {

    static final int ATTEMPTS = 3;

    @Override
    public Duration pollInterval() {
        return Duration.ofMillis(20);
    }

    @Override
    public int aggregatesPerRound() {
        return 100;
    }

    @Override
    public Duration publishTimeout() {
        return Duration.ofMillis(400);
    }

    @Override
    public Duration roundTime() {
        return Duration.ofMillis(300);
    }

    @Override
    public int maxAttempts() {
        return ATTEMPTS;
    }

    @Override
    public Duration maxBackOff() {
        return Duration.ofMillis(100);
    }

    @Override
    public Duration lagInterval() {
        return Duration.ofSeconds(5);
    }
}
