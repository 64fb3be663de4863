package io.cloudshop.outbox;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements on {@code outbox_event}; each runs in the caller's transaction. Thread-safe. */
@ApplicationScoped
class OutboxTable {

    private static final String APPEND =
            "INSERT INTO outbox_event (aggregate_id, type, payload, traceparent) VALUES (?, ?, CAST(? AS jsonb), ?)";

    /** Whoever holds the lock on an aggregate's oldest event owns the whole aggregate until the transaction ends. */
    private static final String LOCK_HEADS = """
            SELECT e.aggregate_id FROM outbox_event e
             WHERE e.dead_at IS NULL AND e.next_attempt_at <= now()
               AND NOT EXISTS (SELECT 1 FROM outbox_event earlier
                                WHERE earlier.aggregate_id = e.aggregate_id
                                  AND earlier.id < e.id AND earlier.dead_at IS NULL)
             ORDER BY e.id LIMIT ? FOR UPDATE OF e SKIP LOCKED""";

    /** Locked too: a replayed dead letter becomes its aggregate's new head while another relay has the old one. */
    private static final String OF_AGGREGATES = """
            SELECT id, aggregate_id, type, payload, created_at, attempts, traceparent FROM outbox_event
             WHERE dead_at IS NULL AND aggregate_id = ANY (?) ORDER BY id LIMIT ? FOR UPDATE""";

    private static final String REMOVE = "DELETE FROM outbox_event WHERE id = ANY (?)";

    private static final String POSTPONE = """
            UPDATE outbox_event SET attempts = attempts + 1, last_error = ?,
                   next_attempt_at = now() + ? * interval '1 millisecond',
                   dead_at = CASE WHEN attempts + 1 >= ? THEN now() END
             WHERE id = ? RETURNING dead_at IS NOT NULL""";

    private static final String LAG = """
            SELECT count(*) FILTER (WHERE dead_at IS NULL), count(*) FILTER (WHERE dead_at IS NOT NULL),
                   coalesce(extract(epoch FROM now() - min(created_at) FILTER (WHERE dead_at IS NULL)), 0)
              FROM outbox_event""";

    private static final String DEAD = """
            SELECT id, aggregate_id, type, created_at, dead_at, attempts, last_error FROM outbox_event
             WHERE dead_at IS NOT NULL AND id > ? ORDER BY id LIMIT ?""";

    private static final String REVIVE = """
            UPDATE outbox_event SET dead_at = NULL, attempts = 0, next_attempt_at = now()
             WHERE id = ? AND dead_at IS NOT NULL""";

    private static final String DROP = """
            DELETE FROM outbox_event WHERE id = ? AND dead_at IS NOT NULL
            RETURNING id, aggregate_id, type, created_at, dead_at, attempts, last_error""";

    private static final int LONGEST_ERROR = 1_000;

    private final AgroalDataSource database;

    OutboxTable(AgroalDataSource database) {
        this.database = database;
    }

    /** @param traceparent null outside a trace */
    void append(UUID aggregateId, String type, String payload, String traceparent) {
        execute(APPEND, statement -> {
            statement.setObject(1, aggregateId);
            statement.setString(2, type);
            statement.setString(3, payload);
            statement.setString(4, traceparent);
            return statement.executeUpdate();
        });
    }

    /** Locks up to {@code aggregates} of them and gives their events, oldest first. */
    List<OutboxEvent> takeDue(int aggregates, int events) {
        List<UUID> locked = execute(LOCK_HEADS, statement -> {
            statement.setInt(1, aggregates);
            return rows(statement, row -> row.getObject(1, UUID.class));
        });
        if (locked.isEmpty()) {
            return List.of();
        }
        return execute(OF_AGGREGATES, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("uuid", locked.toArray()));
            statement.setInt(2, events);
            return rows(statement, OutboxTable::event);
        });
    }

    void remove(List<OutboxEvent> delivered) {
        Object[] ids = delivered.stream().map(OutboxEvent::id).toArray();
        execute(REMOVE, statement -> {
            statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids));
            return statement.executeUpdate();
        });
    }

    /** Counts a failed attempt; true when it was the last one and the event is dead now. */
    boolean postpone(OutboxEvent event, Duration wait, int maxAttempts, String error) {
        return execute(POSTPONE, statement -> {
            statement.setString(1, storable(error));
            statement.setLong(2, wait.toMillis());
            statement.setInt(3, maxAttempts);
            statement.setLong(4, event.id());
            return rows(statement, row -> row.getBoolean(1)).contains(true);
        });
    }

    OutboxLag lag() {
        return execute(LAG, statement -> rows(
                        statement, row -> new OutboxLag(row.getLong(1), row.getLong(2), (long) row.getDouble(3)))
                .getFirst());
    }

    List<DeadLetter> deadLettersAfter(long id, int limit) {
        return execute(DEAD, statement -> {
            statement.setLong(1, id);
            statement.setInt(2, limit);
            return rows(statement, OutboxTable::deadLetter);
        });
    }

    boolean revive(long id) {
        return execute(REVIVE, statement -> {
                    statement.setLong(1, id);
                    return statement.executeUpdate();
                })
                == 1;
    }

    Optional<DeadLetter> drop(long id) {
        return execute(DROP, statement -> {
                    statement.setLong(1, id);
                    return rows(statement, OutboxTable::deadLetter);
                })
                .stream()
                .findFirst();
    }

    /** An error must not be the reason why an attempt cannot be recorded: PostgreSQL refuses the character 0 in text. */
    private static String storable(String error) {
        String text = error.replace('\0', ' ');
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    private static OutboxEvent event(ResultSet row) throws SQLException {
        return new OutboxEvent(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getTimestamp(5).toInstant(),
                row.getInt(6),
                row.getString(7));
    }

    private static DeadLetter deadLetter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getTimestamp(4).toInstant(),
                Optional.ofNullable(row.getTimestamp(5))
                        .map(Timestamp::toInstant)
                        .orElse(Instant.EPOCH),
                row.getInt(6),
                row.getString(7));
    }

    private <T> T execute(String sql, Query<T> query) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return query.run(statement);
        } catch (SQLException e) {
            throw new OutboxAccessException(e);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Row<T> row) throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    private interface Query<T> {
        T run(PreparedStatement statement) throws SQLException;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The database said no; the cause tells why. */
    static final class OutboxAccessException extends RuntimeException {
        private OutboxAccessException(SQLException cause) {
            super("The outbox table cannot be used", cause);
        }
    }
}
