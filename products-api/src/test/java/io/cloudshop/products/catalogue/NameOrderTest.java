package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.namesOf;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class NameOrderTest {

    /** As people expect them: by letter, then by accent, then by case, numbers by value, signs before all of them. */
    private static final List<String> IN_ORDER = List.of(
            "_ low line",
            "- dash",
            "„Quoted“ lamp",
            "(In brackets)",
            "★ Star",
            "💡 Bulb",
            "€ 5",
            "2 Lamps",
            "007 Lamps",
            "10 Lamps",
            "1000 Lamps",
            "aaa",
            "Ångström",
            "apple",
            "Apple",
            "Äpple",
            "Aquarium",
            "cote",
            "coté",
            "côte",
            "côté",
            "éclair",
            "Eclipse",
            "Lamp 2",
            "Lamp 10",
            "Łódź",
            "Lyon",
            "Næstved",
            "Nafta",
            "Ñandú",
            "Nandu bird",
            "Œuvre",
            "Øre",
            "Österreich",
            "strasse",
            "Straße",
            "Strassen",
            "Übergroß",
            "Zebra",
            "Žižkov",
            "Άλφα",
            "Βήτα",
            "Ёлка",
            "Жук",
            "うめ",
            "ランプ",
            "電灯");

    @Inject
    AgroalDataSource database;

    private final String category = anySku();

    @AfterEach
    void restoreEngine() {
        SearchEngine.restore();
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @Test
    void names_stand_where_people_look_for_them_in_lists_the_index_and_the_database_alike() {
        List<String> shuffled = new ArrayList<>(IN_ORDER);
        Collections.shuffle(shuffled, new Random(13));
        shuffled.forEach(name -> aProduct().in(category).named(name).create());
        eventually(() -> find("name").then().body("source", equalTo("index")).body("total", equalTo(IN_ORDER.size())));

        assertThat(namesOf(list("name"))).containsExactlyElementsOf(IN_ORDER);
        assertThat(namesOf(list("-name"))).containsExactlyElementsOf(IN_ORDER.reversed());
        assertThat(namesOf(find("name"))).containsExactlyElementsOf(IN_ORDER);
        assertThat(namesOf(find("-name"))).containsExactlyElementsOf(IN_ORDER.reversed());

        SearchEngine.cut();

        assertThat(namesOf(find("name"))).containsExactlyElementsOf(IN_ORDER);
        find("name").then().body("source", equalTo("database"));
        assertThat(namesOf(find("-name"))).containsExactlyElementsOf(IN_ORDER.reversed());
    }

    @Test
    void products_of_one_name_come_in_one_order_everywhere() {
        for (int i = 0; i < 12; i++) {
            aProduct().in(category).named("Twin").create();
        }
        eventually(() -> find("name").then().body("source", equalTo("index")).body("total", equalTo(12)));

        for (String sort : List.of("name", "-name", "price", "-price", "newest")) {
            assertThat(find(sort).<List<String>>path("items.id"))
                    .as(sort)
                    .isEqualTo(list(sort).<List<String>>path("items.id"));
        }
    }

    @Test
    void the_order_is_that_of_icu_for_whatever_is_written_in_europe() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            writeWords(statement);
            statement.execute("CREATE COLLATION IF NOT EXISTS oracle (provider = icu, locale = 'und-u-kn-true')");

            try (ResultSet misplaced = statement.executeQuery("""
                    SELECT word, next FROM (
                        SELECT word, sort_key(word) AS key, lead(word) OVER icu AS next, sort_key(lead(word) OVER icu) AS next_key
                          FROM word WINDOW icu AS (ORDER BY word COLLATE oracle)) AS pairs
                     WHERE key COLLATE "C" > next_key COLLATE "C" """)) {
                assertThat(misplaced.next()).isFalse();
            } finally {
                statement.execute("DROP TABLE word");
                statement.execute("DROP COLLATION oracle");
            }
        }
    }

    @Test
    void frequent_letters_get_the_key_that_each_letter_by_itself_would_get() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            writeWords(statement);
            try (ResultSet words = statement.executeQuery("""
                    SELECT count(*), count(*) FILTER (WHERE word !~ '[^ -~À-ž]') AS frequent,
                           count(*) FILTER (WHERE sort_key(word) = sort_key_by_letter(word)) AS alike FROM word""")) {
                words.next();
                assertThat(words.getInt("frequent")).isBetween(500, 4_500);
                assertThat(words.getInt("alike")).isEqualTo(words.getInt(1));
            } finally {
                statement.execute("DROP TABLE word");
            }
        }
    }

    /** Five thousand of up to eight characters: Latin, Cyrillic and Greek letters, signs and numbers. */
    private static void writeWords(Statement statement) throws SQLException {
        statement.execute("SELECT setseed(0.13)");
        statement.execute("CREATE TEMPORARY TABLE word (word text) ON COMMIT PRESERVE ROWS");
        statement.execute("""
                INSERT INTO word SELECT (SELECT string_agg(chr((CASE (random() * 5)::int
                    WHEN 0 THEN 32 + random() * 94 WHEN 1 THEN 192 + random() * 190 WHEN 2 THEN 97 + random() * 25
                    WHEN 3 THEN 1040 + random() * 63 WHEN 4 THEN 945 + random() * 24 ELSE 48 + random() * 9 END)::int), '')
                    FROM generate_series(1, 1 + (random() * 6)::int + word % 2)) FROM generate_series(1, 5000) AS word""");
    }

    @Test
    void an_index_serves_the_list_by_name() throws SQLException {
        String page = "SELECT * FROM product WHERE deleted_at IS NULL %s ORDER BY sort_name%s, id%2$s LIMIT 20";

        assertThat(planOf(page.formatted("", ""))).contains("product_by_name").doesNotContain("Sort");
        assertThat(planOf(page.formatted("", " DESC")))
                .contains("product_by_name")
                .doesNotContain("Sort");
        assertThat(planOf(page.formatted("AND category = 'Plan 7'", "")))
                .contains("product_by_category_and_name")
                .doesNotContain("Sort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 ", "🪔", "電", "é", "\u0301a", "ﷺ"})
    void the_longest_names_have_a_place_too(String piece) {
        aProduct()
                .in("🪔".repeat(38) + category)
                .named(piece.repeat(200).substring(0, 200))
                .post()
                .then()
                .statusCode(201);
    }

    /** In a catalogue of 3000 products more, which are gone afterwards. */
    private String planOf(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("""
                    INSERT INTO product (id, sku, name, category, price, currency)
                    SELECT gen_random_uuid(), 'PLAN-' || i, 'Name ' || i, 'Plan ' || i % 30, 1, 'EUR'
                      FROM generate_series(1, 3000) AS i""");
            statement.execute("ANALYZE product");
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery("EXPLAIN " + query)) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            } finally {
                connection.rollback();
            }
            return plan.toString();
        }
    }

    private Response list(String sort) {
        return asAnyone()
                .queryParam("category", category)
                .queryParam("sort", sort)
                .queryParam("size", 100)
                .get("/api/v1/products");
    }

    private Response find(String sort) {
        return search("category", category, "sort", sort, "size", 100);
    }
}
