package io.cloudshop.system.restore;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The server of the three databases, as its superuser sees it. */
record DatabaseServer(int port, String superuser, String password) {

    static final List<String> DATABASES = List.of("auth", "products", "orders");

    private static final String TABLES = """
            SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) FROM information_schema.tables
            WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
            """;
    private static final String CHECKSUM =
            "SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM %s t";

    /**
     * What its write-ahead log has got since the server was made: what is archived, sent to standbys and waited for.
     *
     * @param flushes how often a commit, or several at once, waited for the disk
     */
    record WrittenAhead(long bytes, long flushes) {

        WrittenAhead since(WrittenAhead earlier) {
            return new WrittenAhead(bytes - earlier.bytes, flushes - earlier.flushes);
        }
    }

    /** What is in every table: {@code orders.public.orders} to its number of rows and their checksum. */
    Map<String, String> rows() {
        Map<String, String> checksums = new TreeMap<>();
        for (String database : DATABASES) {
            for (String table : column(database, TABLES)) {
                String checksum =
                        column(database, CHECKSUM.replace("%s", table)).getFirst();
                checksums.put(database + "." + table, checksum);
            }
        }
        return checksums;
    }

    WrittenAhead writtenAhead() {
        String[] counters = column("postgres", "SELECT wal_bytes || ' ' || wal_sync FROM pg_stat_wal")
                .getFirst()
                .split(" ");
        return new WrittenAhead(Long.parseLong(counters[0]), Long.parseLong(counters[1]));
    }

    private List<String> column(String database, String sql) {
        String url = "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        List<String> values = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url, superuser, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(database, e);
        }
    }
}
