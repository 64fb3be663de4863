package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.product;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.Parallel.inParallel;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.defaults.Ids;
import io.cloudshop.products.testing.ProductsTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class CategorySpellingTest {

    @Inject
    AgroalDataSource database;

    private final String code = anySku();
    private final String spelt = "Küche & Bad " + code;

    /** The same to everyone who reads it. */
    private List<String> spellings() {
        return List.of(
                spelt,
                spelt.toLowerCase(Locale.ROOT),
                spelt.toUpperCase(Locale.ROOT),
                "  " + spelt.replace(" ", "   ") + " ",
                spelt.replace(" ", "\u00a0"),
                spelt.replace("ü", "u\u0308"),
                "\ufeff" + spelt.replace("B", "\u200bB"),
                spelt.replace("B", "Ｂ"));
    }

    @Test
    void however_it_is_spelt_it_is_one_category_spelt_as_it_was_first() {
        spellings().forEach(spelling -> aProduct().in(spelling).post().then().body("category", equalTo(spelt)));

        asAnyone()
                .get("/api/v1/categories")
                .then()
                .body("findAll { it.name.contains('" + code + "') }.name", contains(spelt))
                .body("findAll { it.name == '" + spelt + "' }.productCount", contains(8));
    }

    @Test
    void however_it_is_asked_for_it_is_found_in_lists_searches_and_facets() {
        aProduct().in(spelt).named("Lamp " + code).create();
        eventually(() -> search("category", spelt)
                .then()
                .body("source", equalTo("index"))
                .body("total", equalTo(1)));

        for (String spelling : spellings()) {
            asAnyone()
                    .queryParam("category", spelling)
                    .get("/api/v1/products")
                    .then()
                    .body("total", equalTo(1))
                    .body("items.category", contains(spelt));
            search("category", spelling, "q", code)
                    .then()
                    .body("source", equalTo("index"))
                    .body("total", equalTo(1))
                    .body("facets.categories.findAll { it.value == '" + spelt + "' }.count", contains(1));
        }
    }

    @Test
    void an_edit_moves_a_product_into_the_category_that_is_there() {
        aProduct().in(spelt).create();
        UUID moved = aProduct().in("Elsewhere " + code).create();

        aProduct()
                .in(spelt.toUpperCase(Locale.ROOT))
                .put(moved, tagOf(moved))
                .then()
                .statusCode(200);

        product(moved).then().body("category", equalTo(spelt));
    }

    @Test
    void an_import_by_sql_is_normalised_too() throws SQLException {
        aProduct().in(spelt).create();

        for (String spelling : spellings()) {
            product(insert(spelling)).then().body("category", equalTo(spelt));
        }
    }

    @Test
    void two_who_spell_a_new_category_at_once_agree() {
        List<Response> answers =
                inParallel(8, i -> aProduct().in(spellings().get(i)).post());

        assertThat(answers).extracting(Response::statusCode).containsOnly(201);
        assertThat(answers)
                .extracting(
                        answer -> product(UUID.fromString(answer.path("id"))).<String>path("category"))
                .satisfies(names -> assertThat(new HashSet<>(names)).hasSize(1));
    }

    @Test
    void a_category_that_is_renamed_takes_its_products_along() throws SQLException {
        UUID lamp = aProduct().in(spelt).named("Lamp " + code).create();

        update("UPDATE category SET name = ? WHERE name = ?", "Bad " + code, spelt);

        product(lamp).then().body("category", equalTo("Bad " + code));
        eventually(() -> search("category", "bad " + code).then().body("total", equalTo(1)));
    }

    @ParameterizedTest
    @MethodSource("differentCategories")
    void what_is_something_else_stays_something_else(String first, String second) {
        aProduct().in(first + " " + code).create();

        aProduct().in(second + " " + code).post().then().body("category", equalTo(second + " " + code));
    }

    static Stream<Arguments> differentCategories() {
        return Stream.of(
                Arguments.of("Pâté", "Pate"),
                Arguments.of("Lighting", "Li ghting"),
                Arguments.of("Küche-Bad", "Küche Bad"),
                Arguments.of("Ламп", "Лампы"));
    }

    @Test
    void capitals_of_other_alphabets_count_as_such() {
        aProduct().in("Straße Ωδός " + code).create();

        aProduct().in("STRASSE ΩΔΌΣ " + code).post().then().body("category", equalTo("Straße Ωδός " + code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "\u00a0", "\u200d", "\ufeff \u2060"})
    void a_category_that_nobody_can_see_is_none(String unseen) {
        aProduct().in(unseen).post().then().statusCode(422).body("violations.field", contains("category"));
    }

    private UUID insert(String category) throws SQLException {
        UUID id = Ids.next();
        update(
                "INSERT INTO product (id, sku, name, category, price, currency) VALUES (?, ?, 'Imported', ?, 1, 'EUR')",
                id,
                anySku(),
                category);
        return id;
    }

    private void update(String sql, Object... values) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
