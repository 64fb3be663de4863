package io.cloudshop.products.stock;

import static io.cloudshop.testing.UnseenRows.thenItComesFrom;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.testing.UnseenRows;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What low stock costs, of 20 000 products more, which are gone afterwards. */
@ProductsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LowStockPlanTest {

    @Inject
    AgroalDataSource database;

    private UnseenRows rows;

    @BeforeEach
    void givenACatalogue() throws SQLException {
        if (rows != null) {
            return;
        }
        rows = new UnseenRows(database);
        rows.execute("ALTER TABLE product DISABLE TRIGGER USER");
        rows.execute("INSERT INTO category (name) VALUES ('Plan')");
        rows.execute("""
                INSERT INTO product (id, sku, name, sort_name, sort_name_fr, category, price, currency, supplied)
                SELECT gen_random_uuid(), 'PLAN-' || n, 'Name ' || n, n::text, n::text, 'Plan', 1, 'EUR', n % 100
                  FROM generate_series(1, 20000) AS n""");
        rows.execute("ANALYZE product");
    }

    @AfterAll
    void forgetIt() throws SQLException {
        rows.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, 10, 20, 50})
    void each_threshold_and_each_page_is_read_from_the_index(int threshold) throws SQLException {
        LowStockCursor inBetween = LowStockCursor.parse("5.80000000-0000-0000-0000-000000000000");

        thenItComesFrom("product_low_on_stock", "product", page(threshold, LowStockCursor.BEFORE_ALL));
        thenItComesFrom("product_low_on_stock", "product", page(threshold, inBetween));
    }

    @Test
    void a_sale_that_passes_no_threshold_changes_no_index() throws SQLException {
        assertThat(heapOnly("available BETWEEN 60 AND 90")).isTrue();
        assertThat(heapOnly("available = 50")).isTrue();
        assertThat(heapOnly("available = 51")).isFalse();
    }

    /** Of one more unit held, in rows that have room beside them. */
    private boolean heapOnly(String which) throws SQLException {
        long before = heapOnlyUpdates();
        rows.execute("UPDATE product SET held = held + 1 WHERE id = "
                + "(SELECT id FROM product WHERE category = 'Plan' AND " + which + " LIMIT 1)");
        return heapOnlyUpdates() > before;
    }

    private long heapOnlyUpdates() throws SQLException {
        return Long.parseLong(rows.query("SELECT pg_stat_get_xact_tuples_hot_updated('product'::regclass)")
                .getFirst());
    }

    private String page(int threshold, LowStockCursor after) throws SQLException {
        return rows.planOf(LowStockReader.PAGE
                .replace(":threshold", String.valueOf(threshold))
                .replace(":lowAt", String.valueOf(after.lowAt()))
                .replace(":id", "'" + after.id() + "'")
                .replace(":most", "21"));
    }
}
