package io.cloudshop.products.search;

import static io.cloudshop.products.testing.Api.adjustStock;
import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.product;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.namesOf;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.outbox.Outbox;
import io.cloudshop.products.testing.Parallel;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ProductsTest
class SearchOutageTest {

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource database;

    private final String word = "zx" + System.nanoTime();

    @BeforeEach
    void givenTheIndexAnswers() {
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @AfterEach
    void restoreEngine() {
        SearchEngine.restore();
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @Test
    void the_database_answers_while_the_engine_is_away_and_nothing_is_lost() {
        String first = "Cat " + anySku();
        String second = "Dog " + anySku();
        SearchEngine.cut();
        String sku = anySku();
        UUID lamp = aProduct()
                .with("sku", sku)
                .named("Dazzling " + word)
                .in(first)
                .priced("20.00")
                .create();
        aProduct()
                .named("Shelf")
                .with("description", "<b>For</b> " + word)
                .in(second)
                .priced("300.00")
                .create();

        Response found = search("q", word);

        found.then().statusCode(200).body("source", equalTo("database")).body("total", equalTo(2));
        assertThat(namesOf(found)).containsExactly("Dazzling " + word, "Shelf");
        assertThat(found.<String>path("items[0].highlights.name[0]")).isEqualTo("Dazzling <em>" + word + "</em>");
        assertThat(found.<String>path("items[1].highlights.description[0]"))
                .isEqualTo("&lt;b&gt;For&lt;/b&gt; <em>" + word + "</em>");
        assertThat(found.jsonPath().getList("facets.categories.value")).containsExactly(first, second);
        assertThat(found.jsonPath().getList("facets.prices.count")).containsExactly(1, 0, 0, 0, 1);
        assertThat(namesOf(search("q", "dazz " + word))).containsExactly("Dazzling " + word);
        assertThat(namesOf(search("q", sku.toLowerCase(Locale.ROOT)))).first().isEqualTo("Dazzling " + word);
        assertThat(namesOf(search("q", word, "sort", "-price"))).containsExactly("Shelf", "Dazzling " + word);
        assertThat(search("q", word, "category", first).jsonPath().getList("facets.categories.count"))
                .containsExactly(1, 1);
        product(lamp).then().statusCode(200);

        SearchEngine.restore();

        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(2)));
    }

    @Test
    void the_database_finds_what_lies_in_a_category_too() {
        String inside = "In " + anySku();
        String parent = "Par " + anySku();
        aProduct().named("Lamp " + word).in(inside).create();
        String slug = asAnyone().get("/api/v1/categories").path("find { it.name == '" + inside + "' }.slug");
        asAdmin()
                .body(Map.of("parent", parent))
                .put("/api/v1/categories/{slug}", slug)
                .then()
                .statusCode(200);
        SearchEngine.cut();

        Response found = search("q", word, "category", parent);

        found.then().body("source", equalTo("database")).body("total", equalTo(1));
        assertThat(found.jsonPath().getList("facets.categories.value")).containsExactlyInAnyOrder(inside, parent);
        assertThat(found.jsonPath().getList("facets.categories.count")).containsExactly(1, 1);
    }

    @Test
    void the_database_highlights_names_whole_too() {
        SearchEngine.cut();
        String name = "Wow! Great Lamp? Yes! " + "So very great. ".repeat(10) + "X" + word;
        aProduct().named(name).create();

        Response found = search("q", "x" + word);

        found.then().body("source", equalTo("database"));
        assertThat(found.<String>path("items[0].highlights.name[0]"))
                .isEqualTo(name.replace("X" + word, "<em>X" + word + "</em>"));
    }

    @Test
    void an_index_blocked_for_lack_of_disk_loses_no_change() {
        SearchEngine.putSettings("product-write", "{\"index.blocks.read_only_allow_delete\": true}");
        aProduct().named("Lamp " + word).create();
        await().pollDelay(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(outbox.lag()).satisfies(lag -> {
                    assertThat(lag.pending()).isPositive();
                    assertThat(lag.dead()).isZero();
                }));

        SearchEngine.putSettings("product-write", "{\"index.blocks.read_only_allow_delete\": null}");

        eventually(
                () -> search("q", word).then().body("source", equalTo("index")).body("total", equalTo(1)));
    }

    @Test
    void what_the_engine_refuses_is_answered_by_the_database_and_keeps_no_other_search_from_the_index() {
        SearchEngine.putSettings("product-write", "{\"index.blocks.read\": true}");
        for (int i = 0; i < 5; i++) {
            search("q", "lamp").then().statusCode(200).body("source", equalTo("database"));
        }

        SearchEngine.putSettings("product-write", "{\"index.blocks.read\": null}");

        search("q", "lamp").then().statusCode(200).body("source", equalTo("index"));
    }

    @Test
    void hostile_text_is_only_text_for_the_database_too() {
        SearchEngine.cut();

        for (String text :
                new String[] {"'", ":*", "a & ! b", "((", "!!!", "\\", "%", "電灯", "🪔", "'; DROP TABLE product; --"}) {
            search("q", text).then().statusCode(200).body("source", equalTo("database"));
        }
        search("q", "", "page", 100, "size", 100).then().statusCode(200);
    }

    /** Six at a time; who waits for a turn for longer than a second is told to come back, and nobody else is kept waiting. */
    @Test
    void searches_that_the_database_is_slow_to_answer_leave_it_to_those_who_buy() throws Exception {
        UUID lamp = aProduct().create();
        SearchEngine.cut();
        search("q", "lamp").then().body("source", equalTo("database"));
        List<Future<Response>> searches;
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("LOCK TABLE product_translation IN ACCESS EXCLUSIVE MODE");
            searches = IntStream.range(0, 30)
                    .mapToObj(i -> Parallel.start(() -> search("q", "lamp")))
                    .toList();
            await().atMost(Duration.ofSeconds(4))
                    .until(() -> searches.stream().filter(Future::isDone).count() >= 24);
            product(lamp).then().statusCode(200);
            adjustStock(lamp, 1).then().statusCode(200);
            slow.rollback();
        }

        Map<Integer, Long> answers = searches.stream()
                .map(SearchOutageTest::answer)
                .peek(answer ->
                        assertThat(answer.header("Retry-After")).isEqualTo(answer.statusCode() == 503 ? "1" : null))
                .collect(Collectors.groupingBy(Response::statusCode, Collectors.counting()));
        assertThat(answers).isEqualTo(Map.of(200, 6L, 503, 24L));
    }

    private static Response answer(Future<Response> search) {
        try {
            return search.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_engine_that_hangs_delays_few_searches_and_none_for_long() {
        SearchEngine.clog();

        Instant start = Instant.now();
        search("q", "lamp").then().statusCode(200).body("source", equalTo("database"));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));

        search("q", "lamp").then().statusCode(200);
        start = Instant.now();
        search("q", "lamp").then().statusCode(200).body("source", equalTo("database"));
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofMillis(1_500));
    }
}
