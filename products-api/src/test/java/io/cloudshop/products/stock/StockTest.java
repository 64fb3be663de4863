package io.cloudshop.products.stock;

import static io.cloudshop.products.testing.Api.adjustStock;
import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.confirm;
import static io.cloudshop.products.testing.Api.levelsOf;
import static io.cloudshop.products.testing.Api.release;
import static io.cloudshop.products.testing.Api.reserve;
import static io.cloudshop.products.testing.Parallel.inParallel;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.Api.StockLevels;
import io.cloudshop.products.testing.ProductsTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class StockTest {

    @Inject
    AgroalDataSource database;

    @Test
    void an_adjustment_changes_what_can_be_sold() {
        UUID lamp = aProduct().withStock(5).create();

        adjustStock(lamp, 3).then().statusCode(200).body("stock", equalTo(8)).body("version", equalTo(0));
        adjustStock(lamp, -8).then().statusCode(200).body("stock", equalTo(0));
    }

    @Test
    void an_adjustment_cannot_take_what_is_promised_to_orders() {
        UUID lamp = aProduct().withStock(5).create();
        reserve(Ids.next(), lamp, 4);

        adjustStock(lamp, -2)
                .then()
                .statusCode(409)
                .body("type", endsWith("/insufficient-stock"))
                .body("shortages[0].requested", equalTo(2))
                .body("shortages[0].available", equalTo(1));

        assertThat(levelsOf(lamp)).isEqualTo(new StockLevels(5, 4, 1, 0));
    }

    @Test
    void a_shelf_has_an_end() {
        UUID lamp = aProduct().withStock(1_000_000).create();

        adjustStock(lamp, 1).then().statusCode(422);
    }

    @Test
    void adjustments_of_unknown_products_are_404() {
        adjustStock(Ids.next(), 1).then().statusCode(404);
        asAdmin().get("/api/v1/products/{id}/stock", Ids.next()).then().statusCode(404);
    }

    @Test
    void of_adjustments_and_orders_at_once_no_more_go_than_there_are() {
        UUID lamp = aProduct().withStock(10).create();

        inParallel(
                40,
                i -> i % 2 == 0
                        ? adjustStock(lamp, -1).statusCode()
                        : reserve(Ids.next(), lamp, 1).statusCode());

        StockLevels levels = levelsOf(lamp);
        assertThat(levels.available()).isZero();
        assertThat(levels.onHand()).isEqualTo(levels.held());
    }

    @Test
    void the_ledger_tells_every_change_of_what_is_on_hand() throws SQLException {
        UUID lamp = aProduct().withStock(10).create();
        UUID order = Ids.next();
        adjustStock(lamp, -3);
        reserve(order, lamp, 2);
        confirm(order);
        release(order);

        assertThat(query("SELECT kind || ' ' || delta FROM stock_movement WHERE product_id = '" + lamp
                        + "' ORDER BY created_at"))
                .containsExactly("INITIAL 10", "ADJUSTMENT -3", "SALE -2", "RETURN 2");
    }

    @Test
    void the_ledger_cannot_be_rewritten() {
        aProduct().withStock(10).create();

        assertThatThrownBy(() -> execute("UPDATE stock_movement SET delta = 1")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("DELETE FROM stock_movement")).hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"held = held + 11", "held = -1", "sold = sold + 11", "supplied = supplied - 11", "sold = -1"})
    void the_table_itself_refuses_impossible_stock(String change) {
        UUID lamp = aProduct().withStock(10).create();

        assertThatThrownBy(() -> execute("UPDATE product SET " + change + " WHERE id = '" + lamp + "'"))
                .hasMessageContaining("violates check constraint");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
