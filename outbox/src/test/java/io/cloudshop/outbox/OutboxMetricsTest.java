package io.cloudshop.outbox;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxMetricsTest extends OutboxTest {

    @Inject
    MeterRegistry registry;

    @Test
    void the_gauges_follow_the_table_by_themselves() {
        givenEvent(UUID.randomUUID());
        givenEvent(UUID.randomUUID());

        await().until(() -> gauge("cloudshop.outbox.pending") == 2);

        execute("UPDATE outbox_event SET dead_at = now()");

        await().until(() -> gauge("cloudshop.outbox.pending") == 0 && gauge("cloudshop.outbox.dead") == 2);
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }
}
