package io.cloudshop.stores.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;

/** Gives each service a database and a role that owns it and sees no other. Running it again changes nothing. */
final class Provisioning {

    static final String SUPERUSER = "cloudshop";
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "citext");

    private static final String WRONG_PASSWORD = "28P01";

    private final PostgresSettings settings;
    /** Kept open: to log in every second would cost more than the question. */
    private Connection probe;

    Provisioning(PostgresSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether the server takes connections.
     *
     * @throws IllegalStateException if it never will take ours
     */
    boolean isPossible() {
        try {
            if (probe == null) {
                probe = connect("postgres");
            }
            if (probe.isValid(2)) {
                return true;
            }
            probe.close();
            probe = null;
            return false;
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState())) {
                throw new IllegalStateException(
                        "its data was made with other passwords than those of this installation (up --fresh drops it)");
            }
            return false;
        }
    }

    void run() {
        try (Connection server = connect("postgres")) {
            for (Database database : settings.databases()) {
                createRole(server, database);
                createDatabase(server, database.name());
                createExtensions(database.name());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "PostgreSQL started, but its databases cannot be made: " + e.getMessage(), e);
        }
    }

    private static void createRole(Connection server, Database database) throws SQLException {
        String verb = exists(server, "SELECT 1 FROM pg_roles WHERE rolname = ?", database.name()) ? "ALTER" : "CREATE";
        execute(
                server,
                verb + " ROLE " + database.name() + " LOGIN PASSWORD '"
                        + database.password().replace("'", "''") + "'");
    }

    private static void createDatabase(Connection server, String name) throws SQLException {
        if (!exists(server, "SELECT 1 FROM pg_database WHERE datname = ?", name)) {
            execute(server, "CREATE DATABASE " + name + " OWNER " + name);
        }
        execute(server, "REVOKE CONNECT, TEMPORARY ON DATABASE " + name + " FROM PUBLIC");
    }

    private void createExtensions(String database) throws SQLException {
        try (Connection connection = connect(database)) {
            for (String extension : EXTENSIONS) {
                execute(connection, "CREATE EXTENSION IF NOT EXISTS " + extension);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", settings.superuserPassword());
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "20");
        properties.setProperty("sslmode", "disable");
        // Not through DriverManager: it sees only the drivers of one class loader, and Quarkus tests have several.
        return new Driver().connect(settings.jdbcUrl(database), properties);
    }

    private static boolean exists(Connection server, String query, String name) throws SQLException {
        try (PreparedStatement statement = server.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
