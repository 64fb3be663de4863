package io.cloudshop.revocation;

import io.cloudshop.stores.testing.RedisTestResource;
import io.cloudshop.testing.Line;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;

/** A real Redis at the end of a line that tests can cut. */
public final class RedisOnALine implements QuarkusTestResourceLifecycleManager {

    private static Line line;

    static Line line() {
        return line;
    }

    @Override
    public Map<String, String> start() {
        String redis = new RedisTestResource().start().get("quarkus.redis.hosts");
        line = new Line(URI.create(redis).getPort());
        return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + line.port());
    }

    @Override
    public void stop() {
        line.cut();
    }
}
