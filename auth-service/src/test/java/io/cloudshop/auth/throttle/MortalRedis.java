package io.cloudshop.auth.throttle;

import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.RunningProgram;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.redis.RedisServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A Redis that a test can kill. */
public final class MortalRedis implements QuarkusTestResourceLifecycleManager {

    private static final Path HOME = Path.of("target", "stores", "mortal-redis").toAbsolutePath();

    private static int port;
    private static RunningProgram running;

    @Override
    public Map<String, String> start() {
        port = Ports.free();
        live();
        return Map.of("quarkus.redis.hosts", "redis://127.0.0.1:" + port);
    }

    static void live() {
        Sandbox sandbox = Sandbox.at(HOME);
        running = RunningProgram.start(
                new RedisServer(sandbox, port, false, HOME.resolveSibling("mortal-redis.log")), Duration.ofSeconds(30));
    }

    static void die() {
        running.process().destroyForcibly().onExit().join();
    }

    @Override
    public void stop() {
        running.close();
    }
}
