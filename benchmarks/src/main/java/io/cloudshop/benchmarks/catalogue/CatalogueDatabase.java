package io.cloudshop.benchmarks.catalogue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** What only the database can tell. */
record CatalogueDatabase(String url, String user, String password) {

    long bytes() {
        return Long.parseLong(
                column("SELECT pg_database_size(current_database())").getFirst());
    }

    /** Of all indexes of the products' table. */
    long indexBytes() {
        return Long.parseLong(column("SELECT pg_indexes_size('product')").getFirst());
    }

    /** Changes that the search index has not taken yet. */
    long pending() {
        return Long.parseLong(column("SELECT count(*) FROM outbox_event").getFirst());
    }

    void discardPending() {
        execute("DELETE FROM outbox_event");
    }

    List<String> someIds(int number) {
        return column("SELECT id FROM product WHERE deleted_at IS NULL ORDER BY md5(id::text) LIMIT " + number);
    }

    /** What autovacuum does within minutes after an import. */
    void vacuum() {
        execute("VACUUM ANALYZE product");
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> column(String sql) {
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
