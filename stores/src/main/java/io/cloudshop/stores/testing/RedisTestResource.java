package io.cloudshop.stores.testing;

import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.redis.RedisServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real Redis for the tests of a module, as its default Redis client. */
public final class RedisTestResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestStore.once("redis", RedisTestResource::startServer);
    }

    /** Nothing: the server lives as long as the JVM. */
    @Override
    public void stop() {}

    private static Map<String, String> startServer() {
        int port = Ports.free();
        TestStore.start("redis", (sandbox, log) -> new RedisServer(sandbox, port, false, log));
        return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + port);
    }
}
