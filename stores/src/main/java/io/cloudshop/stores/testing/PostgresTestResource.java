package io.cloudshop.stores.testing;

import io.cloudshop.stores.postgres.Database;
import io.cloudshop.stores.postgres.PostgresServer;
import io.cloudshop.stores.postgres.PostgresSettings;
import io.cloudshop.stores.process.Ports;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.List;
import java.util.Map;

/** A real PostgreSQL for the tests of a module, as its default datasource. Argument {@code database}: its name. */
public final class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

    private static final String PASSWORD = "test";

    private String database = "test";

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        return TestStore.once("postgresql-" + database, this::startServer);
    }

    /** Nothing: the server lives as long as the JVM. */
    @Override
    public void stop() {}

    private Map<String, String> startServer() {
        PostgresSettings settings =
                new PostgresSettings(Ports.free(), PASSWORD, List.of(new Database(database, PASSWORD)), false);
        TestStore.start("postgresql-" + database, (sandbox, log) -> new PostgresServer(sandbox, settings, log));
        return Map.of(
                "quarkus.datasource.jdbc.url", settings.jdbcUrl(database),
                "quarkus.datasource.username", database,
                "quarkus.datasource.password", PASSWORD);
    }
}
