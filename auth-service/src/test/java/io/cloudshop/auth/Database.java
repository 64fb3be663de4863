package io.cloudshop.auth;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

    /** What comes of a scenario that finds the rows of a query locked until so many transactions wait: truly at once. */
    public <T> T whenSoManyWait(int waiting, String lockingQuery, Callable<T> scenario) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var scenarios = Executors.newSingleThreadExecutor()) {
            connection.setAutoCommit(false);
            statement.execute(lockingQuery);
            Future<T> outcome = scenarios.submit(scenario);
            try {
                await().until(() -> waitingForLocks() >= waiting);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            return outcome.get();
        } catch (SQLException | InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private int waitingForLocks() {
        return Integer.parseInt(text("select count(*) from pg_stat_activity"
                + " where datname = current_database() and wait_event_type = 'Lock'"));
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
