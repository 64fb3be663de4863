package io.cloudshop.launcher.supervisor;

import io.cloudshop.stores.postgres.Database;
import io.cloudshop.stores.postgres.PostgresSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Addresses and credentials that the components need of each other, as environment variables. */
final class Wiring {

    private static final List<String> DATABASES = List.of("auth", "products", "orders");

    private final Installation installation;
    private final PortPlan ports;
    private final Secrets secrets;

    Wiring(Installation installation, PortPlan ports) {
        this.installation = installation;
        this.ports = ports;
        this.secrets = new Secrets(installation.secrets());
    }

    PostgresSettings postgresSettings() {
        List<Database> databases = DATABASES.stream()
                .map(name -> new Database(name, databasePassword(name)))
                .toList();
        String superuserPassword = secrets.get("POSTGRES_SUPERUSER_PASSWORD");
        return new PostgresSettings(ports.of("postgresql"), superuserPassword, databases, true);
    }

    /** What every service gets: its own ports, and where the others are. */
    Map<String, String> common(String service) {
        return Map.ofEntries(
                Map.entry("QUARKUS_PROFILE", "local"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", String.valueOf(ports.of(service))),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", String.valueOf(ports.managementOf(service))),
                // Less than the supervisor's grace: an open event stream must not end in a kill.
                Map.entry("QUARKUS_SHUTDOWN_TIMEOUT", "3s"),
                Map.entry("CLOUDSHOP_AUTH_URL", internalUrl("auth-service")),
                Map.entry("CLOUDSHOP_PRODUCTS_URL", internalUrl("products-api")),
                Map.entry("CLOUDSHOP_ORDERS_URL", internalUrl("orders-api")),
                Map.entry("CLOUDSHOP_GATEWAY_URL", "http://localhost:" + ports.of("api-gateway")),
                Map.entry("CLOUDSHOP_SHOP_ORIGIN", String.join(",", shopOrigins())));
    }

    Map<String, String> database(String name) {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", postgresSettings().jdbcUrl(name),
                "QUARKUS_DATASOURCE_USERNAME", name,
                "QUARKUS_DATASOURCE_PASSWORD", databasePassword(name));
    }

    Map<String, String> redis() {
        return Map.of("QUARKUS_REDIS_HOSTS", "redis://127.0.0.1:" + ports.of("redis"));
    }

    Map<String, String> search() {
        return Map.of("QUARKUS_HIBERNATE_SEARCH_ORM_ELASTICSEARCH_HOSTS", "127.0.0.1:" + ports.of("opensearch"));
    }

    Map<String, String> demoCatalogue() {
        return Map.of("CLOUDSHOP_DEMO_CATALOGUE", "true");
    }

    /** The key that signs tokens; auth-service makes it when it is not there. */
    Map<String, String> signingKey() {
        Path key = installation.keys().resolve("signing-key.pem");
        return Map.of("CLOUDSHOP_AUTH_SIGNING_KEY_FILE", key.toString());
    }

    /** The service account of orders-api, as auth-service knows it. */
    Map<String, String> ordersAccount() {
        return Map.of("CLOUDSHOP_SERVICE_ACCOUNTS_ORDERS_API_SECRET", secrets.get("ORDERS_API_CLIENT_SECRET"));
    }

    /** The same account, as orders-api uses it. */
    Map<String, String> ordersCredentials() {
        return Map.of("QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET", secrets.get("ORDERS_API_CLIENT_SECRET"));
    }

    private String databasePassword(String name) {
        return secrets.get("POSTGRES_" + name.toUpperCase(Locale.ROOT) + "_PASSWORD");
    }

    /** The shop listens at 127.0.0.1, which has a name; to a browser these are two origins. */
    private List<String> shopOrigins() {
        return List.of("http://localhost:" + ports.of("frontend"), "http://127.0.0.1:" + ports.of("frontend"));
    }

    private String internalUrl(String service) {
        return "http://127.0.0.1:" + ports.of(service);
    }
}
