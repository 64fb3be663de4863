package io.cloudshop.stores.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.cloudshop.stores.process.Ports;
import io.cloudshop.stores.process.RunAs;
import io.cloudshop.stores.process.RunningProgram;
import io.cloudshop.stores.process.Sandbox;
import io.cloudshop.stores.process.Signal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgresServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final int port = Ports.free();
    private PostgresSettings settings = settings(false);

    @AfterEach
    void removeData() {
        Sandbox.remove(directory.resolve("data"));
    }

    @Test
    void data_survives_a_killed_server() throws SQLException {
        settings = settings(true);
        try (RunningProgram server = start(RunAs.detect())) {
            execute("CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)");
            Signal.KILL.send(server.process().pid());
            server.process().onExit().join();
        }

        try (RunningProgram server = start(RunAs.detect())) {
            assertThat(query("SELECT id FROM kept")).isEqualTo("42");
            assertThat(server.process().info().command())
                    .hasValueSatisfying(it -> assertThat(it).endsWith("bin/postgres"));
        }
    }

    @Test
    void text_is_unicode_whatever_the_machine_speaks() throws SQLException {
        try (RunningProgram server = start(RunAs.detect())) {
            assertThat(query("SELECT pg_encoding_to_char(encoding) || ' ' || datlocprovider::text || ' ' || datlocale"
                            + " FROM pg_database WHERE datname = current_database()"))
                    .isEqualTo("UTF8 b C.UTF-8");
        }
    }

    @Test
    void data_made_with_another_password_is_told_at_once() {
        start(RunAs.detect()).close();
        Sandbox sandbox = Sandbox.at(directory.resolve("data"));
        PostgresSettings other = new PostgresSettings(port, "other", List.of(), false);

        assertThatThrownBy(
                        () -> RunningProgram.start(new PostgresServer(sandbox, other, directory.resolve("log")), LIMIT))
                .hasMessageContaining("made with other passwords");
    }

    @Test
    void a_role_sees_only_its_own_database() {
        try (RunningProgram server = start(RunAs.detect())) {
            assertThat(server.process().isAlive()).isTrue();
            assertThatThrownBy(() -> DriverManager.getConnection(settings.jdbcUrl("auth"), "orders", "o'clock"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied for database");
        }
    }

    /** Both ways for root, with the data wanted in a directory that only root can enter. */
    @ParameterizedTest
    @EnumSource(names = {"UNSHARE", "SETPRIV"})
    void root_can_run_it(RunAs runAs) throws Exception {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(runAs.works()).as("%s is allowed here", runAs).isTrue();
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));

        try (RunningProgram server = start(runAs)) {
            assertThat(query("SELECT current_user")).isEqualTo("orders");
            assertThat(server.process().info().user()).contains(runAs == RunAs.SETPRIV ? "nobody" : "root");
        }
    }

    @Test
    void data_moves_from_one_way_of_running_to_the_other() throws SQLException {
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        assumeThat(RunAs.UNSHARE.works() && RunAs.SETPRIV.works()).isTrue();
        try (RunningProgram server = start(RunAs.UNSHARE)) {
            assertThat(server.process().isAlive()).isTrue();
            execute("CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)");
        }

        try (RunningProgram server = start(RunAs.SETPRIV)) {
            assertThat(server.process().isAlive()).isTrue();
            assertThat(query("SELECT id FROM kept")).isEqualTo("42");
        }
        try (RunningProgram server = start(RunAs.UNSHARE)) {
            assertThat(server.process().isAlive()).isTrue();
            assertThat(query("SELECT id FROM kept")).isEqualTo("42");
        }
    }

    private PostgresSettings settings(boolean isDurable) {
        List<Database> databases = List.of(new Database("orders", "o'clock"), new Database("auth", "secret"));
        return new PostgresSettings(port, "top", databases, isDurable);
    }

    private RunningProgram start(RunAs runAs) {
        Sandbox sandbox = Sandbox.at(directory.resolve("data"), runAs);
        return RunningProgram.start(new PostgresServer(sandbox, settings, directory.resolve("log")), LIMIT);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = connect();
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.jdbcUrl("orders"), "orders", "o'clock");
    }
}
