package io.cloudshop.benchmarks.checkout;

import io.cloudshop.benchmarks.MissingTool;
import io.cloudshop.benchmarks.load.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The shop's PostgreSQL, as its superuser sees it. */
record ShopDatabase(int port, String password) {

    private static final String HOST = "127.0.0.1";
    private static final String SUPERUSER = "cloudshop";
    private static final String YARDSTICK = "pgbench";
    private static final int SCALE = 20;

    /** @param home where the launcher keeps the passwords */
    static ShopDatabase of(int port, Path home) throws IOException {
        String name = "POSTGRES_SUPERUSER_PASSWORD=";
        return Files.readAllLines(home.resolve("secrets.env")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> new ShopDatabase(port, line.substring(name.length())))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No password of PostgreSQL in " + home));
    }

    /** Statistics are written when a connection has been idle for a moment, so two looks compare and one does not. */
    long commits() {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery(
                        "SELECT sum(xact_commit) FROM pg_stat_database WHERE datname NOT IN ('postgres', 'pgbench')")) {
            sum.next();
            return sum.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Transactions a second of {@code pgbench -N} on the same server: what its disk and its processors can do at most. */
    double yardstick(int clients, Duration duration) {
        String pgbench = MissingTool.require("pgbench");
        execute("DROP DATABASE IF EXISTS " + YARDSTICK);
        execute("CREATE DATABASE " + YARDSTICK);
        try {
            run(pgbench, "--initialize", "--quiet", "--scale=" + SCALE);
            String report = run(
                    pgbench,
                    "--skip-some-updates",
                    "--client=" + clients,
                    "--time=" + duration.toSeconds(),
                    "--no-vacuum");
            Matcher tps = Pattern.compile("tps = ([\\d.]+)").matcher(report);
            if (!tps.find()) {
                throw new IllegalStateException("pgbench said nothing of what it measured: " + report);
            }
            return Double.parseDouble(tps.group(1));
        } finally {
            execute("DROP DATABASE IF EXISTS " + YARDSTICK);
        }
    }

    private String run(String pgbench, String... options) {
        List<String> line =
                new ArrayList<>(List.of(pgbench, "--host=" + HOST, "--port=" + port, "--username=" + SUPERUSER));
        line.addAll(List.of(options));
        line.add(YARDSTICK);
        return Tool.run(line, Map.of("PGPASSWORD", password));
    }

    private void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://" + HOST + ":" + port + "/postgres", SUPERUSER, password);
    }
}
