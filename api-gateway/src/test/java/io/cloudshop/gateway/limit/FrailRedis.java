package io.cloudshop.gateway.limit;

import io.cloudshop.stores.testing.RedisTestResource;
import io.cloudshop.testing.Line;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;

/** A real Redis at the end of a line that tests can cut and make slow. */
public final class FrailRedis implements QuarkusTestResourceLifecycleManager {

    private static Line line;
    private static DelayedLine delayed;

    static Line line() {
        return line;
    }

    static void delay(long millis) {
        delayed.delay(millis);
    }

    @Override
    public Map<String, String> start() {
        String redis = new RedisTestResource().start().get("quarkus.redis.hosts");
        line = new Line(URI.create(redis).getPort());
        delayed = new DelayedLine(line.port());
        return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + delayed.port());
    }

    @Override
    public void stop() {
        delayed.close();
        line.cut();
    }
}
