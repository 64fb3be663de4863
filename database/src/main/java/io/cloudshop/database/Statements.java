package io.cloudshop.database;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * SQL past Hibernate, each statement in the transaction that is running. Where none is, it is a transaction of its own: one
 * exchange with the database, where a transaction takes two at least. Thread-safe.
 *
 * <p>Parameters are {@code ?} in the order of the values: null, what JDBC knows, enums, instants, and arrays of UUID, String, Long and
 * BigDecimal. Every method throws {@link StatementFailedException} when the database refuses a statement or cannot be reached.
 */
@ApplicationScoped
public class Statements {

    private final AgroalDataSource database;

    Statements(AgroalDataSource database) {
        this.database = database;
    }

    /** Gives how many rows were changed. */
    public int update(String sql, Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    /** Gives all rows of the answer: the statement says how many there can be. */
    public <T> List<T> query(String sql, Function<Row, T> reader, Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                Row row = new Row(result);
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(reader.apply(row));
                }
                return rows;
            }
        });
    }

    private <T> T run(String sql, Object[] parameters, Execution<T> execution) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, forJdbc(parameters[i], connection));
            }
            return execution.of(statement);
        } catch (SQLException e) {
            throw new StatementFailedException(e);
        }
    }

    private static Object forJdbc(Object value, Connection connection) throws SQLException {
        return switch (value) {
            case Enum<?> constant -> constant.name();
            case Instant at -> at.atOffset(ZoneOffset.UTC);
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case String[] texts -> connection.createArrayOf("text", texts);
            case Long[] numbers -> connection.createArrayOf("bigint", numbers);
            case BigDecimal[] decimals -> connection.createArrayOf("numeric", decimals);
            case null, default -> value;
        };
    }

    private interface Execution<T> {
        T of(PreparedStatement statement) throws SQLException;
    }
}
