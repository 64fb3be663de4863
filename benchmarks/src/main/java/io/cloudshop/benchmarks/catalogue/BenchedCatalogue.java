package io.cloudshop.benchmarks.catalogue;

import io.cloudshop.benchmarks.service.Caller;
import io.cloudshop.benchmarks.service.KeySetServer;
import io.cloudshop.benchmarks.service.PackagedService;
import io.cloudshop.stores.opensearch.OpenSearchHome;
import io.cloudshop.stores.opensearch.OpenSearchServer;
import io.cloudshop.stores.postgres.Database;
import io.cloudshop.stores.postgres.PostgresServer;
import io.cloudshop.stores.postgres.PostgresSettings;
import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.RunningProgram;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The packaged products-api with stores of its own, all empty at first. */
final class BenchedCatalogue implements AutoCloseable {

    private static final String NAME = "products";
    private static final String PASSWORD = "benchmark";
    private static final int POD_MEMORY = 512;
    private static final Duration START = Duration.ofMinutes(3);

    private final Deque<RunningProgram> running = new ArrayDeque<>();
    private final Caller admin = Caller.withNewKey("admin");
    private final KeySetServer keys = new KeySetServer(admin.keySet());
    private final PostgresSettings postgres =
            new PostgresSettings(Ports.free(), PASSWORD, List.of(new Database(NAME, PASSWORD)), true);
    private final int search = Ports.free();
    private final int port = Ports.free();
    private final int managementPort;

    BenchedCatalogue(Path root, Path folder) {
        int redis = Ports.free();
        try {
            run(new PostgresServer(sandbox(folder, "postgresql"), postgres, folder.resolve("postgresql.log")));
            run(new RedisServer(sandbox(folder, "redis"), redis, false, folder.resolve("redis.log")));
            run(new OpenSearchServer(
                    sandbox(folder, "opensearch"),
                    OpenSearchHome.in(root),
                    search,
                    false,
                    folder.resolve("opensearch.log")));
            PackagedService service =
                    new PackagedService(root, folder, "products-api", POD_MEMORY, port, settings(redis));
            run(service);
            managementPort = service.managementPort();
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Map<String, String> settings(int redis) {
        return Map.of(
                "CLOUDSHOP_AUTH_URL",
                keys.url(),
                "QUARKUS_REDIS_HOSTS",
                "redis://127.0.0.1:" + redis,
                "QUARKUS_HIBERNATE_SEARCH_ORM_ELASTICSEARCH_HOSTS",
                "127.0.0.1:" + search,
                "QUARKUS_DATASOURCE_JDBC_URL",
                postgres.jdbcUrl(NAME),
                "QUARKUS_DATASOURCE_USERNAME",
                NAME,
                "QUARKUS_DATASOURCE_PASSWORD",
                PASSWORD);
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** The cheapest answer of the same process: nothing is asked of anybody. */
    String constant() {
        return "http://127.0.0.1:" + managementPort + "/health/live";
    }

    String searchEngine(String path) {
        return "http://127.0.0.1:" + search + path;
    }

    CatalogueDatabase database() {
        return new CatalogueDatabase(postgres.jdbcUrl(NAME), NAME, PASSWORD);
    }

    String adminToken() {
        return admin.token();
    }

    private void run(Program program) {
        running.push(RunningProgram.start(program, START));
    }

    private static Sandbox sandbox(Path folder, String name) {
        return Sandbox.at(folder.resolve(name));
    }

    @Override
    public void close() {
        running.forEach(RunningProgram::close);
        keys.close();
    }
}
