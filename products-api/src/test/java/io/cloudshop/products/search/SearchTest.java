package io.cloudshop.products.search;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.namesOf;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class SearchTest {

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry metrics;

    private double answeredByDatabase;

    /** A word of its own keeps each test's products apart from the others'. */
    private final String word =
            "zq" + anySku().substring(10).replaceAll("[^A-Z]", "").toLowerCase(Locale.ROOT) + System.nanoTime();

    @BeforeEach
    void givenTheIndexAnswers() {
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
        answeredByDatabase = answersByDatabase();
    }

    @AfterEach
    void theIndexAnsweredThroughout() {
        assertThat(answersByDatabase()).isEqualTo(answeredByDatabase);
    }

    private double answersByDatabase() {
        return metrics.counter("cloudshop.search.queries", "source", "database").count();
    }

    @Test
    void a_new_product_is_found_an_edited_one_anew_and_a_deleted_one_no_more() {
        UUID id = aProduct().named("Lamp " + word).create();
        eventually(() -> assertThat(namesOf(search("q", word))).containsExactly("Lamp " + word));

        aProduct().named("Chair " + word).put(id, tagOf(id));
        eventually(() -> assertThat(namesOf(search("q", "chair " + word))).containsExactly("Chair " + word));

        asAdmin().delete("/api/v1/products/{id}", id);
        eventually(() -> search("q", word).then().body("total", equalTo(0)));
    }

    @Test
    void a_change_shows_within_two_seconds_and_the_metric_says_so() {
        Timer lag = metrics.get("cloudshop.search.lag").timer();
        long before = lag.count();

        aProduct().named("Lamp " + word).create();

        await().atMost(Duration.ofSeconds(2))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> search("q", word)
                        .then()
                        .body("source", equalTo("index"))
                        .body("total", equalTo(1)));
        eventually(() -> assertThat(lag.count()).isGreaterThan(before));
        // The objective is five seconds, of which the refresh takes one.
        assertThat(lag.takeSnapshot().histogramCounts())
                .anyMatch(bucket -> bucket.bucket(TimeUnit.SECONDS) == 4 && bucket.count() > 0);
    }

    @Test
    void a_change_made_by_sql_is_found_too() throws SQLException {
        UUID id = aProduct().named("Lamp " + word).create();
        eventually(() -> search("q", word).then().body("total", equalTo(1)));

        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE product SET name = ? WHERE id = ?")) {
            update.setString(1, "Imported imp" + word);
            update.setObject(2, id);
            update.executeUpdate();
        }

        eventually(() -> search("q", "imp" + word).then().body("total", equalTo(1)));
    }

    @Test
    void selling_the_last_unit_takes_a_product_out_of_what_is_in_stock() {
        UUID id = aProduct().named("Lamp " + word).withStock(1).create();
        eventually(() -> search("q", word, "inStock", true).then().body("total", equalTo(1)));

        asAdmin().body("{\"delta\": -1, \"reason\": \"broken\"}").post("/api/v1/products/{id}/stock-adjustments", id);

        eventually(() -> search("q", word, "inStock", true).then().body("total", equalTo(0)));
        search("q", word).then().body("items[0].stock", equalTo(0));
    }

    @Test
    void an_exact_article_number_comes_first_however_it_is_written() {
        String sku = anySku();
        aProduct().with("sku", sku).named("Lamp " + word).create();
        aProduct().named("Fits " + sku + " " + word).create();

        eventually(() -> search("q", word).then().body("total", equalTo(2)));
        assertThat(namesOf(search("q", sku))).first().isEqualTo("Lamp " + word);
        assertThat(namesOf(search("q", sku.toLowerCase(Locale.ROOT)))).first().isEqualTo("Lamp " + word);
    }

    @Test
    void beginnings_typing_errors_and_missing_accents_are_forgiven() {
        aProduct().named("Crème fixture " + word + "dazzling").create();

        eventually(() -> search("q", word + "dazz").then().body("total", equalTo(1)));
        search("q", word + "dazling").then().body("total", equalTo(1));
        search("q", "creme " + word + "dazzling").then().body("total", equalTo(1));
        search("q", (word + "dazzling").toUpperCase(Locale.ROOT)).then().body("total", equalTo(1));
    }

    @Test
    void of_two_words_both_must_match_and_of_four_three() {
        aProduct().named("Wooden garden bench " + word).create();
        eventually(() -> search("q", word).then().body("total", equalTo(1)));

        search("q", "bench " + word).then().body("total", equalTo(1));
        search("q", "submarine " + word).then().body("total", equalTo(0));
        search("q", "wooden garden submarine " + word).then().body("total", equalTo(1));
        search("q", "yellow garden submarine " + word).then().body("total", equalTo(0));
    }

    @Test
    void the_name_counts_more_than_the_description() {
        aProduct()
                .named("Shelf")
                .with("description", "Goes with " + word + " and more")
                .create();
        aProduct().named("The " + word).with("description", "Nothing.").create();

        eventually(() -> assertThat(namesOf(search("q", word))).containsExactly("The " + word, "Shelf"));
    }

    @Test
    void highlights_mark_the_match_and_escape_the_rest() {
        aProduct()
                .named("<b>Lamp</b> " + word)
                .with("description", "A <script>alert('" + word + "')</script> & more")
                .create();

        eventually(() -> search("q", word).then().body("total", equalTo(1)));
        Response found = search("q", word);
        assertThat(found.<String>path("items[0].highlights.name[0]"))
                .contains("<em>" + word + "</em>")
                .doesNotContain("<b>");
        assertThat(found.<String>path("items[0].highlights.description[0]"))
                .contains("<em>" + word + "</em>")
                .contains("&amp;")
                .doesNotContain("<script>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wow! Great Lamp? Yes! X%s", "Dr. X%s & Co.", "X%s. One. Two! Three? <b>Four</b>"})
    void a_name_is_highlighted_whole(String name) {
        aProduct().named(name.formatted(word)).create();
        aProduct().named(name.formatted(word) + " " + "and more. ".repeat(10)).create();

        eventually(() -> search("q", "x" + word).then().body("total", equalTo(2)));
        assertThat(search("q", "x" + word).<List<String>>path("items.highlights.name.flatten()"))
                .allSatisfy(html -> assertThat(html).contains("<em>X" + word + "</em>"))
                .extracting(SearchTest::plain)
                .containsExactlyInAnyOrderElementsOf(namesOf(search("q", "x" + word)));
    }

    private static String plain(String html) {
        return html.replaceAll("</?em>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#x2F;", "/")
                .replace("&amp;", "&");
    }

    @Test
    void facets_count_what_their_own_filter_hides() {
        String first = "Cat " + anySku();
        String second = "Dog " + anySku();
        aProduct().named("a " + word).in(first).priced("24.99").create();
        aProduct().named("b " + word).in(first).priced("25.00").create();
        aProduct().named("c " + word).in(second).priced("300.00").create();
        eventually(() -> search("q", word).then().body("total", equalTo(3)));

        Response all = search("q", word);
        Response narrowed = search("q", word, "category", second, "maxPrice", "1000");

        assertThat(all.jsonPath().getList("facets.categories.value")).containsExactly(first, second);
        assertThat(all.jsonPath().getList("facets.categories.count")).containsExactly(2, 1);
        assertThat(all.jsonPath().getList("facets.prices.count")).containsExactly(1, 1, 0, 0, 1);
        assertThat(namesOf(narrowed)).containsExactly("c " + word);
        assertThat(narrowed.jsonPath().getList("facets.categories.count")).containsExactly(2, 1);
        assertThat(narrowed.jsonPath().getList("facets.prices.count")).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void what_many_look_for_is_remembered_by_the_engine() {
        aProduct().named("Lamp " + word).in("Cat " + word).create();
        eventually(() -> search("q", word).then().body("total", equalTo(1)));
        Supplier<Response> question = () -> search("q", word, "category", "Cat " + word);
        question.get();

        // The finds, and those that the category hides.
        eventually(() -> {
            int before = rememberedAnswers();
            question.get();
            assertThat(rememberedAnswers() - before).isEqualTo(2);
        });
    }

    private static int rememberedAnswers() {
        return SearchEngine.request("GET", "/product-read/_stats/request_cache", "")
                .path("_all.total.request_cache.hit_count");
    }

    @Test
    void choosing_a_price_facet_finds_as_many_as_it_counted() {
        List.of("24.99", "25.00", "49.99", "50.00", "99.99", "100.00")
                .forEach(price ->
                        aProduct().named(price + " " + word).priced(price).create());
        eventually(() -> search("q", word).then().body("total", equalTo(6)));

        Response all = search("q", word);

        for (int i = 0; i < 4; i++) {
            int count = all.path("facets.prices[%d].count".formatted(i));
            search(
                            "q", word,
                            "minPrice", all.path("facets.prices[%d].from.amount".formatted(i)),
                            "maxPrice", all.path("facets.prices[%d].to.amount".formatted(i)))
                    .then()
                    .body("total", equalTo(count));
        }
    }

    @Test
    void finds_come_in_the_order_and_pages_asked_for() {
        for (String name : List.of("b", "C", "a")) {
            aProduct()
                    .named(name + " " + word)
                    .priced(name.equals("a") ? "3.00" : "2.00")
                    .create();
        }
        eventually(() -> search("q", word).then().body("total", equalTo(3)));

        assertThat(namesOf(search("q", word, "sort", "name"))).containsExactly("a " + word, "b " + word, "C " + word);
        assertThat(namesOf(search("q", word, "sort", "-name"))).startsWith("C " + word);
        assertThat(namesOf(search("q", word, "sort", "-price"))).startsWith("a " + word);
        assertThat(namesOf(search("q", word, "sort", "newest"))).startsWith("a " + word);
        assertThat(namesOf(search("q", word, "sort", "name", "size", 2, "page", 1)))
                .containsExactly("C " + word);
    }

    @Test
    void nothing_typed_finds_everything() {
        aProduct().create();

        eventually(() -> assertThat(search().<Integer>path("total")).isPositive());
        search("q", "   ", "page", 100, "size", 100).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"unbalanced",
                "((",
                "name:x AND",
                "*",
                "?",
                "~2",
                "a:b:c",
                "\\",
                "/.*/",
                "[1 TO 5]",
                "-",
                "!!!",
                "&& ||",
                "'; DROP TABLE product; --",
                "%",
                "_",
                "🪔",
                "電灯",
                "<script>",
                "${jndi:ldap://x}",
                "a\tb",
                ":*",
                "'':*",
                "a & ! b"
            })
    void whatever_is_typed_is_only_text(String text) {
        search("q", text).then().statusCode(text.contains("\t") ? 422 : 200);
    }

    @Test
    void too_much_and_unprintable_text_is_refused() {
        search("q", "x".repeat(201)).then().statusCode(422);
        search("q", "a\u0000b").then().statusCode(422);
        search("q", "lamp ".repeat(40)).then().statusCode(lessThan(300));
    }
}
