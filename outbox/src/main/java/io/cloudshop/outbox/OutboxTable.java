package io.cloudshop.outbox;

import io.cloudshop.database.Row;
import io.cloudshop.database.Statements;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
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
             WHERE id = ? RETURNING dead_at IS NOT NULL AS dead""";

    private static final String LAG = """
            SELECT count(*) FILTER (WHERE dead_at IS NULL) AS pending, count(*) FILTER (WHERE dead_at IS NOT NULL) AS dead,
                   coalesce(floor(extract(epoch FROM now() - min(created_at) FILTER (WHERE dead_at IS NULL))), 0)::bigint AS age
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

    private final Statements statements;

    OutboxTable(Statements statements) {
        this.statements = statements;
    }

    /** @param traceparent null outside a trace */
    void append(UUID aggregateId, String type, String payload, String traceparent) {
        statements.update(APPEND, aggregateId, type, payload, traceparent);
    }

    /** Locks up to {@code aggregates} of them and gives their events, oldest first. */
    List<OutboxEvent> takeDue(int aggregates, int events) {
        UUID[] locked = statements.query(LOCK_HEADS, row -> row.get("aggregate_id", UUID.class), aggregates).stream()
                .toArray(UUID[]::new);
        return locked.length == 0 ? List.of() : statements.query(OF_AGGREGATES, OutboxTable::event, locked, events);
    }

    void remove(List<OutboxEvent> delivered) {
        Long[] ids = delivered.stream().map(OutboxEvent::id).toArray(Long[]::new);
        statements.update(REMOVE, (Object) ids);
    }

    /** Counts a failed attempt; true when it was the last one and the event is dead now. */
    boolean postpone(OutboxEvent event, Duration wait, int maxAttempts, String error) {
        return statements
                .query(
                        POSTPONE,
                        row -> row.get("dead", Boolean.class),
                        storable(error),
                        wait.toMillis(),
                        maxAttempts,
                        event.id())
                .contains(true);
    }

    OutboxLag lag() {
        return statements
                .query(
                        LAG,
                        row -> new OutboxLag(
                                row.get("pending", Long.class),
                                row.get("dead", Long.class),
                                row.get("age", Long.class)))
                .getFirst();
    }

    List<DeadLetter> deadLettersAfter(long id, int limit) {
        return statements.query(DEAD, OutboxTable::deadLetter, id, limit);
    }

    boolean revive(long id) {
        return statements.update(REVIVE, id) == 1;
    }

    Optional<DeadLetter> drop(long id) {
        return statements.query(DROP, OutboxTable::deadLetter, id).stream().findFirst();
    }

    /** An error must not be the reason why an attempt cannot be recorded: PostgreSQL refuses the character 0 in text. */
    private static String storable(String error) {
        String text = error.replace('\0', ' ');
        return text.substring(0, Math.min(text.length(), LONGEST_ERROR));
    }

    private static OutboxEvent event(Row row) {
        return new OutboxEvent(
                row.get("id", Long.class),
                row.get("aggregate_id", UUID.class),
                row.get("type", String.class),
                row.get("payload", String.class),
                row.get("created_at", Instant.class),
                row.get("attempts", Integer.class),
                row.get("traceparent", String.class));
    }

    private static DeadLetter deadLetter(Row row) {
        return new DeadLetter(
                row.get("id", Long.class),
                row.get("aggregate_id", UUID.class),
                row.get("type", String.class),
                row.get("created_at", Instant.class),
                Optional.ofNullable(row.get("dead_at", Instant.class)).orElse(Instant.EPOCH),
                row.get("attempts", Integer.class),
                row.get("last_error", String.class));
    }
}
