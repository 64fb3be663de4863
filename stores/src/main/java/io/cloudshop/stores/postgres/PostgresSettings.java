package io.cloudshop.stores.postgres;

import java.util.List;

/**
 * How a PostgreSQL server runs.
 *
 * @param port TCP port on the loopback address
 * @param superuserPassword password of the superuser {@code cloudshop}
 * @param databases what to create
 * @param isDurable whether a commit waits for the disk; false is for tests, which throw the data away
 */
public record PostgresSettings(int port, String superuserPassword, List<Database> databases, boolean isDurable) {

    public PostgresSettings {
        databases = List.copyOf(databases);
    }

    @Override
    public String toString() {
        return "PostgresSettings[port=" + port + ", databases=" + databases + ", isDurable=" + isDurable + "]";
    }

    /** The JDBC address of a database. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
