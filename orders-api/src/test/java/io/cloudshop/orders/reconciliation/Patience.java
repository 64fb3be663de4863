package io.cloudshop.orders.reconciliation;

import java.time.Duration;

/** Settings of a comparison that may take so long. */
record Patience(Duration longestAnswer) implements ReconciliationSettings {

    @Override
    public Duration overlap() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int mostChanges() {
        return 10_000;
    }

    @Override
    public int sweptInAMinute() {
        return 1_000;
    }

    @Override
    public Duration lease() {
        return Duration.ofSeconds(50);
    }
}
