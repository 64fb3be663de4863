package io.cloudshop.orders.reconciliation;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Statements past Hibernate: hundreds of thousands of rows are no entities. Thread-safe. */
record Sql(AgroalDataSource database) {

    /** Reads one row. */
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    <T> List<T> rows(String sql, Row<T> row, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row.read(result));
                }
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The books cannot be read", e);
        }
    }

    void execute(String sql, Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(connection, statement, parameters);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The books cannot be written", e);
        }
    }

    /** Collections are arrays of UUIDs or of text. */
    private static void bind(Connection connection, PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            switch (parameters[i]) {
                case Collection<?> many ->
                    statement.setArray(
                            i + 1,
                            connection.createArrayOf(
                                    many.stream().allMatch(UUID.class::isInstance) ? "uuid" : "text", many.toArray()));
                case Instant instant -> statement.setTimestamp(i + 1, Timestamp.from(instant));
                case null, default -> statement.setObject(i + 1, parameters[i]);
            }
        }
    }
}
