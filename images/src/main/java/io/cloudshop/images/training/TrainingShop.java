package io.cloudshop.images.training;

import io.cloudshop.stores.opensearch.OpenSearchHome;
import io.cloudshop.stores.opensearch.OpenSearchServer;
import io.cloudshop.stores.postgres.Database;
import io.cloudshop.stores.postgres.PostgresServer;
import io.cloudshop.stores.postgres.PostgresSettings;
import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.Program;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.redis.RedisServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a training run starts, and how the parts find each other: all on free ports, none with a known password. */
final class TrainingShop {

    static final String ADMIN = "admin@cloudshop.local";

    /** In the order in which they need each other. */
    static final List<String> SERVICES =
            List.of("auth-service", "products-api", "orders-api", "api-gateway", "frontend");

    private static final List<String> DATABASES = List.of("auth", "products", "orders");

    private final Path checkout;
    private final Path caches;
    private final Path logs;
    private final Sandbox data;
    private final String password = UUID.randomUUID().toString();
    private final Map<String, Integer> ports = new HashMap<>();
    private final PostgresSettings postgres;

    TrainingShop(Path checkout, Path caches, Path logs, Path data) {
        this.checkout = checkout;
        this.caches = caches;
        this.logs = logs;
        this.data = Sandbox.at(data);
        this.postgres = new PostgresSettings(
                Ports.free(),
                password,
                DATABASES.stream().map(name -> new Database(name, password)).toList(),
                false);
    }

    String password() {
        return password;
    }

    String url(String service) {
        return "http://127.0.0.1:" + port(service);
    }

    List<Program> stores() {
        return List.of(
                new OpenSearchServer(
                        data.within("opensearch"),
                        OpenSearchHome.in(checkout),
                        port("opensearch"),
                        false,
                        log("opensearch")),
                new PostgresServer(data.within("postgresql"), postgres, log("postgresql")),
                new RedisServer(data.within("redis"), port("redis"), false, log("redis")));
    }

    List<Program> recordings(Path java, List<String> options) {
        return SERVICES.stream()
                .map(service -> recording(service, java, options))
                .collect(Collectors.toUnmodifiableList());
    }

    private Program recording(String service, Path java, List<String> options) {
        Path app = checkout.resolve(service).resolve("target/quarkus-app");
        int management = port(service + "-management");
        return new RecordingService(
                service, java, app, cache(caches, service), options, log(service), management, environment(service));
    }

    /** Where the cache of a service is written. */
    static Path cache(Path caches, String service) {
        return caches.resolve(service).resolve("app/app.aot");
    }

    private Map<String, String> environment(String service) {
        Map<String, String> all = new HashMap<>();
        all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        all.put("QUARKUS_HTTP_PORT", String.valueOf(port(service)));
        all.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        all.put("QUARKUS_MANAGEMENT_PORT", String.valueOf(port(service + "-management")));
        all.put("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + port("redis"));
        all.put("QUARKUS_HIBERNATE_SEARCH_ORM_ELASTICSEARCH_HOSTS", "127.0.0.1:" + port("opensearch"));
        all.put("CLOUDSHOP_AUTH_URL", url("auth-service"));
        all.put("CLOUDSHOP_PRODUCTS_URL", url("products-api"));
        all.put("CLOUDSHOP_ORDERS_URL", url("orders-api"));
        all.put("CLOUDSHOP_DEMO_CATALOGUE", "true");
        all.put("CLOUDSHOP_ADMIN_EMAIL", ADMIN);
        all.put("CLOUDSHOP_ADMIN_PASSWORD", password);
        // All customers of this shop live at one address.
        all.put("CLOUDSHOP_AUTH_THROTTLE_ADDRESS_ATTEMPTS", "1000");
        all.put("CLOUDSHOP_AUTH_THROTTLE_REGISTRATIONS", "1000");
        all.put("CLOUDSHOP_RATE_LIMIT_READ", "100000");
        all.put("CLOUDSHOP_RATE_LIMIT_WRITE", "100000");
        all.put("CLOUDSHOP_RATE_LIMIT_AUTH", "100000");
        all.put("CLOUDSHOP_AUTH_CREATE_MISSING_SIGNING_KEY", "true");
        all.put(
                "CLOUDSHOP_AUTH_SIGNING_KEY_FILE",
                logs.resolve("signing-key.pem").toString());
        all.put("CLOUDSHOP_SERVICE_ACCOUNTS_ORDERS_API_SECRET", password);
        all.put("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", password);
        DATABASES.stream()
                .filter(service::startsWith)
                .findFirst()
                .ifPresent(database -> all.putAll(datasource(database)));
        return all;
    }

    private Map<String, String> datasource(String database) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgres.jdbcUrl(database),
                "QUARKUS_DATASOURCE_USERNAME", database,
                "QUARKUS_DATASOURCE_PASSWORD", password);
    }

    private int port(String name) {
        return ports.computeIfAbsent(name, any -> Ports.free());
    }

    private Path log(String name) {
        return logs.resolve(name + ".log");
    }
}
