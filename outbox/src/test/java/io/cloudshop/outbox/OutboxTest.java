package io.cloudshop.outbox;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.stores.testing.PostgresTestResource;
import io.cloudshop.testing.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The scenario verbs of the outbox's tests, over a real PostgreSQL. */
@QuarkusTestResource(value = PostgresTestResource.class, initArgs = @ResourceArg(name = "database", value = "outbox"))
@QuarkusTestResource(TestTokens.class)
abstract class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    OutboxTable table;

    @Inject
    OutboxMetrics metrics;

    @Inject
    Courier courier;

    @Inject
    EventTraces traces;

    @Inject
    AgroalDataSource database;

    private final List<OutboxRelay> relays = new ArrayList<>();

    @BeforeEach
    void givenAnEmptyOutbox() {
        execute("TRUNCATE outbox_event");
        courier.forget();
    }

    @AfterEach
    void stopRelays() throws InterruptedException {
        courier.recover();
        for (OutboxRelay relay : relays) {
            relay.stop(null);
        }
    }

    void givenRelays(int number) {
        for (int i = 0; i < number; i++) {
            givenRelay(new QuickSettings(1_000));
        }
    }

    OutboxRelay givenRelay(OutboxSettings settings) {
        OutboxDelivery delivery =
                new OutboxDelivery(table, new BoundedPublisher(courier, settings, traces), settings, metrics);
        OutboxRelay relay = new OutboxRelay(table, delivery, settings);
        relays.add(relay);
        relay.start(null);
        return relay;
    }

    long givenEvent(UUID aggregate) {
        return number("INSERT INTO outbox_event (aggregate_id, type) VALUES (?, 'Happened') RETURNING id", aggregate);
    }

    /** One event each. */
    void givenEventsOfManyAggregates(int number) {
        execute("""
                INSERT INTO outbox_event (aggregate_id, type)
                SELECT gen_random_uuid(), 'Happened' FROM generate_series(1, %d)""".formatted(number));
    }

    void thenEmpty() {
        await().atMost(PATIENCE).until(() -> number("SELECT count(*) FROM outbox_event") == 0);
    }

    void thenOnlyDeadLettersAreLeft(long number) {
        await().atMost(PATIENCE)
                .until(() -> number("SELECT count(*) FROM outbox_event WHERE dead_at IS NULL") == 0
                        && number("SELECT count(*) FROM outbox_event") == number);
    }

    void thenDead(long id) {
        await().atMost(PATIENCE)
                .until(() -> number("SELECT count(*) FROM outbox_event WHERE id = ? AND dead_at IS NOT NULL", id) == 1);
    }

    List<Long> deliveredIds() {
        return courier.delivered().stream().map(OutboxEvent::id).toList();
    }

    List<Long> deliveredOf(UUID aggregate) {
        return courier.delivered().stream()
                .filter(event -> event.aggregateId().equals(aggregate))
                .map(OutboxEvent::id)
                .toList();
    }

    void execute(String sql, Object... parameters) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql, Object... parameters) {
        return Long.parseLong(text(sql, parameters));
    }

    String text(String sql, Object... parameters) {
        try (var connection = database.getConnection();
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
