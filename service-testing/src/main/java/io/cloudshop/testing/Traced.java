package io.cloudshop.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Has a service record all of its requests, and send them to a collector that the test looks into. */
public final class Traced implements QuarkusTestResourceLifecycleManager {

    private static Collector collector;

    /** Where the service under test sends its spans. */
    public static Collector collector() {
        return collector;
    }

    @Override
    public Map<String, String> start() {
        collector = new Collector();
        return Map.of(
                "cloudshop.traces.endpoint", collector.endpoint(),
                "cloudshop.traces.ratio", "1",
                "quarkus.otel.bsp.schedule.delay", "100ms");
    }

    @Override
    public void stop() {
        collector.close();
    }
}
