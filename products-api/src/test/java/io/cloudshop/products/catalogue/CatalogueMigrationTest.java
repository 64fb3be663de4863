package io.cloudshop.products.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.ProductsTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a catalogue that is there already, in a schema of its own. */
@ProductsTest
class CatalogueMigrationTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void givenACatalogueOfTheFirstVersion() throws SQLException {
        execute("DROP SCHEMA IF EXISTS old CASCADE");
        migrateTo("2");
        execute(
                "SET search_path = old, public; INSERT INTO product (id, sku, name, category, price, currency, created_at) VALUES"
                        + row(1, "Zebra", "  lighting", 3)
                        + "," + row(2, "Ångström", "Lighting", 1)
                        + "," + row(3, "apple", "LIGHTING", 2)
                        + "," + row(4, "Lamp", "Li  ghting", 4)
                        + "," + row(5, "Lamp 2", "Ku\u0308che", 5)
                        + "; DELETE FROM outbox_event; RESET search_path");
    }

    @AfterEach
    void dropIt() throws SQLException {
        execute("DROP SCHEMA old CASCADE");
    }

    @Test
    void spellings_become_one_and_the_oldest_has_the_say() throws SQLException {
        migrateTo("latest");

        assertThat(texts("SELECT category FROM old.product ORDER BY sku"))
                .containsExactly("Lighting", "Lighting", "Lighting", "Li ghting", "Küche");
        assertThat(texts("SELECT name FROM old.category")).containsExactlyInAnyOrder("Lighting", "Li ghting", "Küche");
        assertThat(texts("SELECT version::text FROM old.product ORDER BY sku"))
                .as("caches hear of it")
                .containsExactly("1", "0", "1", "1", "1");
    }

    @Test
    void names_are_put_in_order_and_all_products_on_their_way_to_the_index() throws SQLException {
        migrateTo("latest");

        assertThat(texts("SELECT name FROM old.product ORDER BY sort_name"))
                .containsExactly("Ångström", "apple", "Lamp", "Lamp 2", "Zebra");
        assertThat(texts("SELECT DISTINCT aggregate_id::text FROM old.outbox_event"))
                .hasSize(5);
    }

    @Test
    void prices_stay_and_may_have_the_decimals_of_their_currency_only() throws SQLException {
        migrateTo("latest");

        assertThat(texts("SELECT price::text FROM old.product")).containsOnly("19.90");
        execute("UPDATE old.product SET price = 9999999999.99 WHERE sku = 'OLD-1'");
        assertThatThrownBy(() -> execute("UPDATE old.product SET price = 10000000000"))
                .hasMessageContaining("money");
        assertThatThrownBy(() -> execute("UPDATE old.product SET price = 1.999"))
                .hasMessageContaining("money");
        execute("UPDATE old.product SET currency = 'KWD', price = 1.999");
        assertThatThrownBy(() -> execute("UPDATE old.product SET currency = 'JPY', price = 1.9"))
                .hasMessageContaining("money");
    }

    @Test
    void the_database_knows_the_currencies_that_java_knows() throws SQLException {
        for (Currency currency : Currency.getAvailableCurrencies()) {
            if (currency.getDefaultFractionDigits() >= 0) {
                assertThat(texts("SELECT currency_decimals('" + currency.getCurrencyCode() + "')::text"))
                        .as(currency.getCurrencyCode())
                        .containsExactly(String.valueOf(currency.getDefaultFractionDigits()));
            }
        }
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas("old")
                .locations("db/outbox", "db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private static String row(int number, String name, String category, int day) {
        return "(gen_random_uuid(), 'OLD-%d', '%s', '%s', 19.90, 'EUR', '2026-01-0%d')"
                .formatted(number, name, category, day);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
