package io.cloudshop.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.inject.Singleton;

/** In the place of the application's own relay: tests start as many as they need. */
@Singleton
class IdleRelay extends OutboxRelay {

    IdleRelay(OutboxTable table, OutboxDelivery delivery, OutboxSettings settings) {
        super(table, delivery, settings);
    }

    @Override
    void start(StartupEvent event) {}

    @Override
    void stop(ShutdownEvent event) {}
}
