package io.cloudshop.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.stores.testing.PostgresTestResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PostgresTestResource.class,
        initArgs = @ResourceArg(name = "database", value = "migrations"))
class MigrationTest {

    private static final int REPLICAS = 6;

    @Inject
    AgroalDataSource pool;

    /** As Quarkus made it from the configuration, migrated by now. */
    @Inject
    Flyway flyway;

    @Test
    void a_migration_may_take_longer_than_any_statement_of_a_request() throws SQLException {
        assertThat(flyway.info().current().getDescription()).isEqualTo("as long as an index on a large table");
        try (Connection connection = pool.getConnection()) {
            assertThatThrownBy(() -> connection.createStatement().execute("SELECT pg_sleep(2.5)"))
                    .isInstanceOf(SQLException.class);
        }
    }

    /** As after a roll-back, and for as long as a Deployment rolls. */
    @Test
    void a_release_starts_on_what_the_next_one_has_migrated() throws SQLException {
        execute("""
                INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (99, '99', 'of the next release', 'SQL', 'V99__of_the_next_release.sql', 1, CURRENT_USER, 1, true)
                """);
        try {
            assertThat(flyway.migrate().migrationsExecuted).isZero();
        } finally {
            execute("DELETE FROM flyway_schema_history WHERE version = '99'");
        }
    }

    /** Also where the database's own user has limits. */
    @Test
    void the_connection_of_a_migration_waits_for_a_lock_but_not_for_ever() throws SQLException {
        execute("ALTER ROLE CURRENT_USER SET statement_timeout = '7s'");
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(flyway.getConfiguration().getInitSql());
            assertThat(shown(connection, "lock_timeout")).isEqualTo("3s");
            assertThat(shown(connection, "statement_timeout")).isEqualTo("0");
        } finally {
            execute("ALTER ROLE CURRENT_USER RESET statement_timeout");
        }
    }

    @Test
    void a_migration_that_does_not_get_its_lock_is_tried_again_until_it_does() throws Exception {
        try (Connection holder = pool.getConnection()) {
            holdLock(holder);
            CompletableFuture<Void> release = CompletableFuture.runAsync(
                    () -> commit(holder), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));

            new PatientMigrations(settings(50)).customize(blockedMigration());

            release.join();
            try (var statement = holder.createStatement()) {
                assertThat(statement.executeQuery("SELECT blocked FROM large").next())
                        .isFalse();
            }
        }
    }

    /** All of them begin while the first waits for a table that a request uses. */
    @Test
    void replicas_that_start_at_once_migrate_once() throws Exception {
        try (Connection holder = pool.getConnection();
                ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            holdLock(holder);
            List<Future<?>> starts = IntStream.range(0, REPLICAS)
                    .<Future<?>>mapToObj(replica ->
                            replicas.submit(() -> new PatientMigrations(settings(50)).customize(blockedMigration())))
                    .toList();
            CompletableFuture.runAsync(() -> commit(holder), CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS))
                    .join();

            for (Future<?> start : starts) {
                start.get();
            }
            try (var statement = holder.createStatement();
                    var migrations = statement.executeQuery(
                            "SELECT count(*), bool_and(success) FROM blocked_history WHERE type = 'SQL'")) {
                migrations.next();
                assertThat(migrations.getInt(1)).isEqualTo(1);
                assertThat(migrations.getBoolean(2)).isTrue();
            }
        }
    }

    @Test
    void a_lock_that_is_never_given_back_ends_the_start_after_some_attempts() throws Exception {
        try (Connection holder = pool.getConnection()) {
            holdLock(holder);
            Instant start = Instant.now();

            assertThatThrownBy(() -> new PatientMigrations(settings(3)).customize(blockedMigration()))
                    .isInstanceOf(FlywayException.class)
                    .hasMessageContaining("lock timeout");

            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
            commit(holder);
        }
    }

    @AfterEach
    void forgetBlockedMigration() throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS blocked_history");
            statement.execute("ALTER TABLE large DROP COLUMN IF EXISTS blocked");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One that needs the lock, with a history of its own. */
    private FluentConfiguration blockedMigration() {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .initSql("SET lock_timeout = '150ms'")
                .table("blocked_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .resourceProvider(null)
                .javaMigrationClassProvider(null)
                .locations("filesystem:src/test/resources/db/blocked");
    }

    private static void holdLock(Connection holder) throws SQLException {
        try (var statement = holder.createStatement()) {
            statement.execute("SET idle_in_transaction_session_timeout = 0");
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE large");
        }
    }

    private static void commit(Connection holder) {
        try {
            holder.commit();
            holder.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MigrationSettings settings(int attempts) {
        return new MigrationSettings() {
            @Override
            public int attempts() {
                return attempts;
            }

            @Override
            public Duration pause() {
                return Duration.ofMillis(100);
            }

            @Override
            public Duration othersTakeAtMost() {
                return Duration.ofSeconds(30);
            }
        };
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SHOW " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
