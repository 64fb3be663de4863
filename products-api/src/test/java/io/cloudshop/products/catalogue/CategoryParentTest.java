package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.Parallel;
import io.cloudshop.products.testing.ProductsTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Two levels of categories. */
@ProductsTest
class CategoryParentTest {

    @Inject
    AgroalDataSource database;

    private final String code = anySku();
    private final String furniture = "Furniture " + code;
    private final String chairs = "Chairs " + code;
    private final String tables = "Tables " + code;

    @Test
    void a_parent_has_what_lies_in_it_and_its_own() {
        aProduct().in(furniture).named("Shelf " + code).create();
        aProduct().in(chairs).named("Chair " + code).create();
        aProduct().in(tables).named("Table " + code).create();

        place(chairs, furniture).statusCode(200).body("parent", equalTo(furniture));
        place(tables, furniture).statusCode(200);

        assertThat(read(furniture)).containsEntry("productCount", 3).doesNotContainKey("parent");
        assertThat(read(chairs)).containsEntry("productCount", 1).containsEntry("parent", furniture);
        listed(furniture)
                .body("total", equalTo(3))
                .body("items.name", contains("Chair " + code, "Shelf " + code, "Table " + code));
        listed(chairs).body("items.name", contains("Chair " + code));
    }

    @Test
    void a_search_in_a_parent_finds_what_lies_in_it_and_facets_count_it() {
        aProduct().in(chairs).named("Chair " + code).create();
        aProduct().in(tables).named("Table " + code).create();
        place(chairs, furniture).statusCode(200);

        eventually(() -> search("q", code, "category", furniture)
                .then()
                .body("source", equalTo("index"))
                .body("items.name", contains("Chair " + code))
                .body("facets.categories.value", containsInAnyOrder(furniture, chairs, tables))
                .body("facets.categories.find { it.value == '" + furniture + "' }.count", equalTo(1))
                .body("facets.categories.find { it.value == '" + furniture + "' }.parent", nullValue())
                .body("facets.categories.find { it.value == '" + chairs + "' }.parent", equalTo(furniture)));
    }

    @Test
    void a_parent_is_added_when_it_is_first_named_and_spelt_as_it_was_then() {
        aProduct().in(chairs).with("imageUrl", "/chair.svg").create();
        aProduct().in(tables).create();

        place(chairs, " " + furniture + " ").statusCode(200);
        place(tables, furniture.toUpperCase(Locale.ROOT)).statusCode(200);

        assertThat(read(furniture)).containsEntry("productCount", 2).containsEntry("imageUrl", "/chair.svg");
        listed(furniture.toLowerCase(Locale.ROOT)).body("total", equalTo(2));
    }

    @Test
    void what_is_left_out_puts_a_category_to_the_top_again() {
        aProduct().in(chairs).create();
        place(chairs, furniture).statusCode(200);

        place(chairs, null).statusCode(200).body("parent", nullValue());

        assertThat(read(chairs)).doesNotContainKey("parent");
        listed(furniture).body("total", equalTo(0));
    }

    @Test
    void there_is_no_third_level_and_nothing_lies_in_itself() {
        aProduct().in(chairs).create();
        aProduct().in(furniture).create();
        aProduct().in(tables).create();
        place(chairs, furniture).statusCode(200);

        refused(place(tables, chairs));
        refused(place(furniture, "House " + code));
        refused(place(furniture, chairs));
        refused(place(furniture, furniture));

        assertThat(read(chairs)).containsEntry("parent", furniture);
        assertThat(read(furniture)).doesNotContainKey("parent");
    }

    @Test
    void two_that_move_at_once_make_no_third_level() throws Exception {
        aProduct().in(chairs).create();
        aProduct().in(tables).create();
        Future<ValidatableResponse> other;
        try (Connection first = database.getConnection();
                Statement statement = first.createStatement()) {
            first.setAutoCommit(false);
            statement.execute("UPDATE category SET parent = '" + tables + "' WHERE name = '" + chairs + "'");
            other = Parallel.start(() -> place(tables, furniture));
            first.commit();
        }

        other.get();

        assertThat(depth()).isEqualTo(2);
    }

    private int depth() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var deepest = statement.executeQuery("""
                        WITH RECURSIVE path AS (
                                 SELECT name, 1 AS depth FROM category WHERE parent IS NULL
                                  UNION ALL
                                 SELECT below.name, depth + 1 FROM category below JOIN path ON below.parent = path.name)
                        SELECT max(depth) FROM path""")) {
            deepest.next();
            return deepest.getInt(1);
        }
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(422).body("violations.field", hasItem("parent"));
    }

    private ValidatableResponse listed(String category) {
        return asAnyone()
                .queryParam("category", category)
                .get("/api/v1/products")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse place(String category, String parent) {
        String slug = String.valueOf(read(category).get("slug"));
        return asAdmin()
                .body(parent == null ? Map.of() : Map.of("parent", parent))
                .put("/api/v1/categories/{slug}", slug)
                .then();
    }

    private static Map<String, Object> read(String name) {
        List<Map<String, Object>> found =
                asAnyone().get("/api/v1/categories").jsonPath().getList("findAll { it.name == '" + name + "' }");
        assertThat(found).hasSize(1);
        return found.getFirst();
    }
}
