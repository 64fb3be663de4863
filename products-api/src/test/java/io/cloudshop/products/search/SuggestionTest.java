package io.cloudshop.products.search;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class SuggestionTest {

    @Inject
    MeterRegistry metrics;

    /** A word of its own keeps each test's products apart from the others'. */
    private final String word = "zs" + anySku().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + "q";

    @BeforeEach
    void givenTheIndexAnswers() {
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @AfterEach
    void restoreEngine() {
        SearchEngine.restore();
    }

    @Test
    void words_and_products_come_while_typing() {
        UUID lamp = aProduct().named("Desk " + word + "lamp").priced("12.50").create();
        double byIndex = suggestionsBy("index");

        eventually(() -> suggest(word)
                .then()
                .statusCode(200)
                .header("Cache-Control", "public, no-cache")
                .body("suggestions[0]", equalTo(word + "lamp"))
                .body("suggestions[1]", equalTo("desk " + word + "lamp"))
                .body("products", hasSize(1))
                .body("products[0].id", equalTo(lamp.toString()))
                .body("products[0].name", equalTo("Desk " + word + "lamp"))
                .body("products[0].price.amount", equalTo("12.50"))
                .body("products[0].imageUrl", equalTo("/catalogue/lamp.svg")));

        assertThat(suggestionsBy("index")).isGreaterThan(byIndex);
    }

    @Test
    void a_typing_error_is_forgiven_while_typing() {
        aProduct().named("Crème " + word + "dazzling").create();

        eventually(() -> assertThat(productsOf(suggest(word + "daz"))).hasSize(1));
        assertThat(productsOf(suggest(word + "dzz"))).hasSize(1);
        assertThat(productsOf(suggest("creme " + word))).hasSize(1);
        assertThat(suggest(word + "dzz").jsonPath().getList("suggestions")).contains(word + "dazzling");
    }

    @Test
    void what_is_in_stock_comes_first_and_what_is_deleted_never() {
        aProduct().named(word).withStock(0).create();
        aProduct().named("The wonderfully long " + word + " for everybody").create();
        UUID deleted = aProduct().named(word + " of old").create();
        eventually(() -> assertThat(productsOf(suggest(word))).hasSize(3));

        asAdmin().delete("/api/v1/products/{id}", deleted);

        assertThat(productsOf(suggest(word))).containsExactly("The wonderfully long " + word + " for everybody", word);
    }

    @Test
    void there_are_five_products_at_most() {
        for (int i = 0; i < 7; i++) {
            aProduct().named(word + " " + i).create();
        }

        eventually(() -> search("q", word).then().body("total", equalTo(7)));
        assertThat(productsOf(suggest(word))).hasSize(5);
        assertThat(suggest("l").jsonPath().getList("suggestions")).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void the_database_answers_while_the_engine_is_away() {
        SearchEngine.cut();
        aProduct().named("Desk " + word + "lamp").withStock(0).create();
        aProduct().named("Table " + word + "lamp").create();
        UUID deleted = aProduct().named("Floor " + word + "lamp").create();
        asAdmin().delete("/api/v1/products/{id}", deleted);
        double byDatabase = suggestionsBy("database");

        assertThat(productsOf(suggest(word + "la"))).containsExactly("Table " + word + "lamp", "Desk " + word + "lamp");
        assertThat(productsOf(suggest("table " + word + "lanp"))).first().isEqualTo("Table " + word + "lamp");
        assertThat(suggest(word).jsonPath().getList("suggestions")).first().isEqualTo(word + "lamp");
        assertThat(suggestionsBy("database")).isGreaterThan(byDatabase);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatever_is_typed_is_only_text(boolean engineIsAway) {
        if (engineIsAway) {
            SearchEngine.cut();
        }

        for (String text :
                List.of("'", ":*", "a & ! b", "((", "\\", "%", "_", "電灯", "🪔", "the", "name:x AND", "/.*/")) {
            suggest(text).then().statusCode(200);
        }
        suggest("   ").then().statusCode(200).body("suggestions", empty()).body("products", empty());
    }

    @Test
    void nothing_typed_at_all_is_malformed_and_too_much_is_refused() {
        asAnyone().get("/api/v1/products/suggest").then().statusCode(400).body("type", endsWith("/malformed"));
        suggest("x".repeat(201)).then().statusCode(422).body("violations.field", equalTo(List.of("q")));
        suggest("a\u0000b").then().statusCode(422);
        suggest("lamp ".repeat(40)).then().statusCode(200);
    }

    private double suggestionsBy(String source) {
        return metrics.counter("cloudshop.search.suggestions", "source", source).count();
    }

    private static Response suggest(String text) {
        return asAnyone().queryParam("q", text).get("/api/v1/products/suggest");
    }

    private static List<String> productsOf(Response suggestions) {
        return suggestions.jsonPath().getList("products.name", String.class);
    }
}
