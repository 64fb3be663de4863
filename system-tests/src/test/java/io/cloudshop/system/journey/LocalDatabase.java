package io.cloudshop.system.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import org.postgresql.Driver;

/** A look behind a service of a local shop, for what nobody can make happen in the time of a test. */
final class LocalDatabase {

    private final String url;
    private final Properties login = new Properties();

    /** @param secrets the file in which the launcher keeps them */
    LocalDatabase(String name, int port, Path secrets) {
        url = "jdbc:postgresql://localhost:" + port + "/" + name;
        login.setProperty("user", name);
        login.setProperty("password", passwordOf(name, secrets));
    }

    /** The first column of the first row, which there must be. */
    String text(String sql, Object... values) {
        try (Connection connection = new Driver().connect(url, login);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String passwordOf(String name, Path secrets) {
        String key = "POSTGRES_" + name.toUpperCase(Locale.ROOT) + "_PASSWORD=";
        try {
            return Files.readAllLines(secrets).stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.substring(key.length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
