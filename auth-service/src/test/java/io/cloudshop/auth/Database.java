package io.cloudshop.auth;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** A look behind the service, for what cannot be seen or done over HTTP. */
@Singleton
public class Database {

    private final AgroalDataSource source;

    Database(AgroalDataSource source) {
        this.source = source;
    }

    public int execute(String sql, Object... parameters) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String text(String sql, Object... parameters) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
