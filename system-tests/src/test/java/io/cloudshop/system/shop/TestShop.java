package io.cloudshop.system.shop;

import io.cloudshop.localstack.postgres.Database;
import io.cloudshop.localstack.postgres.PostgresServer;
import io.cloudshop.localstack.postgres.PostgresSettings;
import io.cloudshop.localstack.process.Ports;
import io.cloudshop.localstack.process.Sandbox;
import io.cloudshop.localstack.redis.RedisServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Checkout and what it needs, as processes of the packaged jars on real stores that keep what they have acknowledged:
 * auth-service, products-api and orders-api with as many replicas as wanted, and a wire between the last two that a test
 * can break. Search is left out; nothing here waits for it.
 */
public final class TestShop implements AutoCloseable {

    private static final Path ROOT = Path.of(System.getProperty("cloudshop.root"));
    private static final String PASSWORD = "system-test";
    private static final List<String> DATABASES = List.of("auth", "products", "orders");

    private final Path folder;
    private final List<Node> nodes = new ArrayList<>();
    private final List<ServiceProcess> services = new ArrayList<>();
    private final List<Node> orders = new ArrayList<>();
    private final List<Node> products = new ArrayList<>();
    private final List<Faults> faults = new ArrayList<>();
    private final Node postgres;
    private final Node redis;
    private final Node auth;
    private final CatalogueProxy wire;

    private TestShop(String name, int replicas) {
        folder = fresh(ROOT.resolve("system-tests/target/shops").resolve(name));
        int postgresPort = Ports.free();
        int redisPort = Ports.free();
        PostgresSettings settings = new PostgresSettings(
                postgresPort,
                PASSWORD,
                DATABASES.stream()
                        .map(database -> new Database(database, PASSWORD))
                        .toList(),
                true);
        Sandbox data = Sandbox.at(folder.resolve("data"));
        postgres = node(new PostgresServer(data.within("postgresql"), settings, log("postgresql")), postgresPort);
        redis = node(new RedisServer(data.within("redis"), redisPort, true, log("redis")), redisPort);

        Map<String, String> common = new HashMap<>();
        common.put("QUARKUS_PROFILE", "local");
        common.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        common.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        common.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + redisPort);
        common.put("QUARKUS_HIBERNATE_SEARCH_ORM_ELASTICSEARCH_HOSTS", "127.0.0.1:" + Ports.free());
        common.put(
                "CLOUDSHOP_AUTH_SIGNING_KEY_FILE",
                folder.resolve("signing-key.pem").toString());
        common.put("CLOUDSHOP_AUTH_THROTTLE_ENABLED", "false");
        common.put("CLOUDSHOP_SERVICE_ACCOUNTS_ORDERS_API_SECRET", PASSWORD);
        common.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", PASSWORD);
        // Patience is a setting; a test has less of it.
        common.put("CLOUDSHOP_SAGA_LEASE", "5s");
        common.put("CLOUDSHOP_SAGA_LONGEST_RETRY", "2s");
        common.put("CLOUDSHOP_PAYMENT_TIMEOUT", "2s");

        auth = service("auth-service", "auth-service", settings.jdbcUrl("auth"), "auth", common);
        common.put("CLOUDSHOP_AUTH_URL", "http://127.0.0.1:" + auth.port());
        IntStream.range(0, replicas)
                .mapToObj(i ->
                        service("products-api", "products-api-" + i, settings.jdbcUrl("products"), "products", common))
                .forEach(products::add);
        wire = new CatalogueProxy(
                Ports.free(), products.stream().map(Node::port).toList());
        common.put("CLOUDSHOP_PRODUCTS_URL", "http://127.0.0.1:" + wire.port());
        for (int i = 0; i < replicas; i++) {
            Path points = fresh(folder.resolve("faults-" + i));
            common.put("CLOUDSHOP_FAULTS_FOLDER", points.toString());
            faults.add(new Faults(points));
            orders.add(service("orders-api", "orders-api-" + i, settings.jdbcUrl("orders"), "orders", common));
        }
    }

    /** Starts everything; {@code name} is the folder of its data and logs below {@code target/shops}. */
    public static TestShop started(String name, int replicas) {
        TestShop shop = new TestShop(name, replicas);
        try {
            shop.postgres.start();
            shop.redis.start();
            shop.services.forEach(ServiceProcess::trainUnlessDone);
            shop.startAll();
            return shop;
        } catch (RuntimeException e) {
            shop.close();
            throw e;
        }
    }

    public Node auth() {
        return auth;
    }

    public List<Node> orders() {
        return orders;
    }

    public List<Node> products() {
        return products;
    }

    public Node postgres() {
        return postgres;
    }

    public Node redis() {
        return redis;
    }

    /** The fault points, one set a replica of orders-api. */
    public List<Faults> faults() {
        return faults;
    }

    public CatalogueProxy wire() {
        return wire;
    }

    /** Starts whatever does not run. */
    public void heal() {
        wire.become(CatalogueProxy.Fault.NONE);
        startAll();
    }

    /** The stores, then the services all at once. */
    private void startAll() {
        redis.start();
        postgres.start();
        try (var starts = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> started = nodes.stream()
                    .<Future<?>>map(node -> starts.submit(node::start))
                    .toList();
            for (Future<?> start : started) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The shop did not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The log of a node, for what must not be in it. */
    public String logOf(String node) {
        try {
            return Files.readString(log(node));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        nodes.reversed().forEach(Node::close);
        if (wire != null) {
            wire.close();
        }
    }

    private Node service(String module, String name, String jdbcUrl, String user, Map<String, String> common) {
        Map<String, String> environment = new HashMap<>(common);
        environment.put("QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl);
        environment.put("QUARKUS_DATASOURCE_USERNAME", user);
        environment.put("QUARKUS_DATASOURCE_PASSWORD", PASSWORD);
        Path jar = ROOT.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        Path aotCache = ROOT.resolve("system-tests/target/aot").resolve(module + ".aot");
        ServiceProcess service =
                new ServiceProcess(name, jar, aotCache, log(name), Ports.free(), Ports.free(), environment);
        services.add(service);
        return node(service, service.port());
    }

    private Node node(io.cloudshop.localstack.process.Program program, int port) {
        Node node = new Node(program, port);
        nodes.add(node);
        return node;
    }

    private Path log(String name) {
        return folder.resolve(name + ".log");
    }

    private static Path fresh(Path directory) {
        try {
            if (Files.exists(directory)) {
                try (var files = Files.walk(directory)) {
                    files.sorted(java.util.Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
