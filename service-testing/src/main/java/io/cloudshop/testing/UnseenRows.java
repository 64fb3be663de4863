package io.cloudshop.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Many rows that nobody else sees and that are gone in the end, and how PostgreSQL goes about statements on them. */
public final class UnseenRows implements AutoCloseable {

    private final Connection connection;

    public UnseenRows(DataSource database) throws SQLException {
        connection = database.getConnection();
        connection.setAutoCommit(false);
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of each row, as text. */
    public List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }

    /** @param sql with the values in place, as the planner sees them */
    public String planOf(String sql) throws SQLException {
        return String.join("\n", query("EXPLAIN " + sql));
    }

    /**
     * Rows of the table are read from the index in the order of the answer: nothing is sorted, nor the table read as a whole.
     *
     * @param index a pattern of its name
     */
    public static void thenItComesFrom(String index, String table, String plan) {
        assertThat(plan)
                .containsPattern("Index Scan( Backward)? using " + index + " on " + table + "\\b")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan on " + table);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
