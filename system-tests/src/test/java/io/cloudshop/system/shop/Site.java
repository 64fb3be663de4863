package io.cloudshop.system.shop;

import io.cloudshop.stores.opensearch.OpenSearchHome;
import io.cloudshop.stores.opensearch.OpenSearchServer;
import io.cloudshop.stores.postgres.Database;
import io.cloudshop.stores.postgres.PostgresServer;
import io.cloudshop.stores.postgres.PostgresSettings;
import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.redis.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where a shop under test runs: a folder for data and logs below {@code target/shops}, PostgreSQL and Redis that keep
 * what they have acknowledged, and what all services are told. A search engine only where a test asks for it.
 */
public final class Site implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("cloudshop.root"));
    static final String PASSWORD = "system-test";
    private static final Map<String, String> DATABASES =
            Map.of("auth-service", "auth", "products-api", "products", "orders-api", "orders");

    private final Path folder;
    private final Sandbox data;
    private final PostgresSettings databases;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Node postgres;
    private final Node redis;

    /** Clears the folder; starts nothing. */
    public Site(String name) {
        folder = fresh(ROOT.resolve("system-tests/target/shops").resolve(name));
        int postgresPort = Ports.free();
        int redisPort = Ports.free();
        databases = new PostgresSettings(
                postgresPort,
                PASSWORD,
                DATABASES.values().stream()
                        .map(database -> new Database(database, PASSWORD))
                        .toList(),
                true);
        data = Sandbox.at(folder.resolve("data"));
        postgres = node(new PostgresServer(data.within("postgresql"), databases, log("postgresql")), postgresPort);
        redis = node(new RedisServer(data.within("redis"), redisPort, true, log("redis")), redisPort);

        tell("QUARKUS_PROFILE", "local");
        tell("QUARKUS_HTTP_HOST", "127.0.0.1");
        tell("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        tell("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + redisPort);
        tell("QUARKUS_HIBERNATE_SEARCH_ORM_ELASTICSEARCH_HOSTS", "127.0.0.1:" + Ports.free());
        tell(
                "CLOUDSHOP_AUTH_SIGNING_KEY_FILE",
                folder.resolve("signing-key.pem").toString());
        tell("CLOUDSHOP_AUTH_THROTTLE_ENABLED", "false");
        tell("CLOUDSHOP_RATE_LIMIT_ENABLED", "false");
        tell("CLOUDSHOP_SERVICE_ACCOUNTS_ORDERS_API_SECRET", PASSWORD);
        tell("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", PASSWORD);
    }

    /** A search engine beside the other stores, and what tells the services where. */
    public Node addSearch() {
        int port = Ports.free();
        tell("QUARKUS_HIBERNATE_SEARCH_ORM_ELASTICSEARCH_HOSTS", "127.0.0.1:" + port);
        Sandbox data = Sandbox.at(folder.resolve("search"));
        return node(new OpenSearchServer(data, OpenSearchHome.find(), port, false, log("opensearch")), port);
    }

    /** What every service that is added from now on finds in its environment. */
    public void tell(String variable, String value) {
        environment.put(variable, value);
    }

    /** One more replica of a service, not started yet. */
    public Node add(String module, String name) {
        return add(module, name, ServiceProcess.OPTIONS, module);
    }

    /** One more replica of a service, in Turkish, not started yet. */
    Node addInTurkish(String module, String name) {
        return add(module, name, ServiceProcess.TURKISH_OPTIONS, module);
    }

    /**
     * A service with little memory, not started yet.
     *
     * @param heap as {@code -Xmx} takes it
     */
    public Node addWithHeap(String module, String heap) {
        List<String> options = Stream.concat(
                        ServiceProcess.OPTIONS.stream(), Stream.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"))
                .toList();
        return add(module, module, options, null);
    }

    /** A service with the JVM options of its image without an AOT cache, not started yet. */
    public Node addAsInItsImage(String module) {
        Path options = ROOT.resolve("images/runtime/java.options");
        return add(module, module, List.of("@" + options), null);
    }

    /**
     * One more replica of a service of another release, not started yet.
     *
     * @param release the folder of its modules, packaged
     */
    public Node addOf(Path release, String module, String name) {
        return add(release, module, name, ServiceProcess.OPTIONS, null);
    }

    /** @param cache the name of an AOT cache, which fits one set of options; null for none */
    private Node add(String module, String name, List<String> options, String cache) {
        return add(ROOT, module, name, options, cache);
    }

    private Node add(Path release, String module, String name, List<String> options, String cache) {
        Map<String, String> told = new HashMap<>(environment);
        String database = DATABASES.get(module);
        if (database != null) {
            told.putIfAbsent("QUARKUS_DATASOURCE_JDBC_URL", databases.jdbcUrl(database));
            told.put("QUARKUS_DATASOURCE_USERNAME", database);
            told.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        }
        Path jar = release.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        Path aotCache =
                cache == null ? null : ROOT.resolve("system-tests/target/aot").resolve(cache + ".aot");
        ServiceProcess service =
                new ServiceProcess(name, jar, aotCache, options, log(name), Ports.free(), Ports.free(), told);
        return node(service, service.port());
    }

    /** A search engine, without which most tests do; services find it where they are told. */
    public Node addSearchEngine() {
        int port = Ports.free();
        Sandbox own = data.within("opensearch");
        return node(new OpenSearchServer(own, OpenSearchHome.find(), port, false, log("opensearch")), port);
    }

    /** The stores first, then the services; returns when everything that did not run is ready. */
    public void start() {
        redis.start();
        postgres.start();
        Node.startAll(nodes);
    }

    /** Another server in place of the one there was, at its address, without its data. */
    void losePostgres() {
        postgres.kill();
        Sandbox.remove(folder.resolve("data/postgresql/cluster"));
        postgres.start();
    }

    public Node postgres() {
        return postgres;
    }

    public Node redis() {
        return redis;
    }

    public Path folder() {
        return folder;
    }

    /** The log of a node, for what must not be in it. */
    public String logOf(String node) {
        try {
            return Files.readString(log(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty folder in place of whatever was there. */
    static Path fresh(Path directory) {
        try {
            if (Files.exists(directory)) {
                try (var files = Files.walk(directory)) {
                    files.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        nodes.reversed().forEach(Node::close);
    }

    private Node node(Program program, int port) {
        Node node = new Node(program, port);
        nodes.add(node);
        return node;
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }
}
