package io.cloudshop.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** A row of an answer, of use only while it is read. Not thread-safe. */
public final class Row {

    private final ResultSet current;

    Row(ResultSet current) {
        this.current = current;
    }

    /**
     * A column by its name, null where it is.
     *
     * @param type what JDBC gives for the column's type, {@link Instant}, or String for a column of any type
     * @throws StatementFailedException where there is no such column, or it is nothing of the kind
     */
    public <T> T get(String column, Class<T> type) {
        try {
            if (type == Instant.class) {
                OffsetDateTime at = current.getObject(column, OffsetDateTime.class);
                return type.cast(at == null ? null : at.toInstant());
            }
            if (type == String.class) {
                // Of any type, as PostgreSQL writes it
                return type.cast(current.getString(column));
            }
            return type == byte[].class ? type.cast(current.getBytes(column)) : current.getObject(column, type);
        } catch (SQLException e) {
            throw new StatementFailedException(e);
        }
    }
}
