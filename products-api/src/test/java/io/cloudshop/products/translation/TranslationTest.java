package io.cloudshop.products.translation;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.namesOf;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.SearchEngine;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class TranslationTest {

    @Inject
    Translations translations;

    private final String word = "zt" + System.nanoTime();
    private final String category = "Lights " + word;

    @BeforeEach
    void givenTheIndexAnswers() {
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @AfterEach
    void restoreEngine() {
        SearchEngine.restore();
    }

    @Test
    void a_product_is_read_in_the_language_that_is_asked_for() {
        UUID lamp = givenTheLamp();

        inFrench()
                .get("/api/v1/products/{id}", lamp)
                .then()
                .body("name", equalTo("Lampe " + word))
                .body("description", equalTo("Éclaire."))
                .body("category", equalTo(category))
                .body("categoryLabel", equalTo("Luminaires " + word))
                .header("Content-Language", "fr")
                .header("Vary", containsString("Accept-Language"));
        asAnyone()
                .get("/api/v1/products/{id}", lamp)
                .then()
                .body("name", equalTo("Lamp " + word))
                .body("categoryLabel", equalTo(category))
                .header("Content-Language", "en")
                .header("Vary", containsString("Accept-Language"));
        inFrench().get("/api/v1/products/{id}?lang=en", lamp).then().body("name", equalTo("Lamp " + word));
        asAnyone().get("/api/v1/products/{id}?lang=fr", lamp).then().body("name", equalTo("Lampe " + word));
    }

    @Test
    void what_is_not_translated_is_english() {
        UUID plain = aProduct().named("Chair " + word).create();

        inFrench()
                .get("/api/v1/products/{id}", plain)
                .then()
                .statusCode(200)
                .body("name", equalTo("Chair " + word))
                .body("categoryLabel", equalTo("Lighting"));
    }

    @Test
    void the_tag_differs_by_language_and_with_each_translation_and_that_of_a_translation_edits_nothing() {
        UUID lamp = givenTheLamp();
        String french = inFrench().get("/api/v1/products/{id}", lamp).header("ETag");

        assertThat(french).isNotEqualTo(tagOf(lamp));
        inFrench()
                .header("If-None-Match", french)
                .get("/api/v1/products/{id}", lamp)
                .then()
                .statusCode(304)
                .header("Vary", containsString("Accept-Language"));
        inFrench()
                .header("If-None-Match", tagOf(lamp))
                .get("/api/v1/products/{id}", lamp)
                .then()
                .statusCode(200);
        aProduct().named("Lampe " + word).put(lamp, french).then().statusCode(412);

        translations.putProduct(lamp, ContentLanguage.FRENCH, "Lampadaire " + word, "Éclaire.");

        inFrench()
                .header("If-None-Match", french)
                .get("/api/v1/products/{id}", lamp)
                .then()
                .statusCode(200);
    }

    @Test
    void lists_categories_and_facets_say_what_a_category_is_called_and_filter_by_its_own_name() {
        givenTheLamp();

        inFrench()
                .queryParam("category", category)
                .get("/api/v1/products")
                .then()
                .header("Content-Language", "fr")
                .body("items[0].name", equalTo("Lampe " + word))
                .body("items[0].category", equalTo(category))
                .body("items[0].categoryLabel", equalTo("Luminaires " + word));
        inFrench()
                .get("/api/v1/categories")
                .then()
                .header("Content-Language", "fr")
                .body("find { it.name == '" + category + "' }.label", equalTo("Luminaires " + word));
        eventually(() -> searchInFrench(word)
                .then()
                .header("Content-Language", "fr")
                .body("facets.categories[0].value", equalTo(category))
                .body("facets.categories[0].label", equalTo("Luminaires " + word)));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_search_looks_at_the_texts_of_the_language(boolean engineIsAway) {
        givenTheLamp();
        eventually(() -> searchInFrench("lampes " + word).then().body("total", equalTo(1)));
        if (engineIsAway) {
            SearchEngine.cut();
        }

        searchInFrench("eclaire " + word)
                .then()
                .body("source", equalTo(engineIsAway ? "database" : "index"))
                .body("total", equalTo(1))
                .body("items[0].name", equalTo("Lampe " + word))
                .body("items[0].highlights.name[0]", equalTo("Lampe <em>" + word + "</em>"));
        inFrench()
                .queryParam("q", "lamp")
                .queryParam("category", category)
                .get("/api/v1/products/search")
                .then()
                .body("items[0].highlights.name[0]", containsString("<em>Lampe</em>"));
        inFrench()
                .queryParam("q", word)
                .get("/api/v1/products/suggest")
                .then()
                .header("Content-Language", "fr")
                .body("products[0].name", equalTo("Lampe " + word))
                .body("suggestions", equalTo(List.of("lampe " + word, "luminaires " + word)));
    }

    @Test
    void a_changed_translation_reaches_the_index() {
        UUID lamp = givenTheLamp();
        eventually(() -> searchInFrench(word).then().body("total", equalTo(1)));

        translations.putProduct(lamp, ContentLanguage.FRENCH, "Suspension " + word, "");
        eventually(() -> searchInFrench("suspension " + word).then().body("total", equalTo(1)));

        translations.putCategory(category, ContentLanguage.FRENCH, "Bougies " + word);
        eventually(() -> searchInFrench("bougie " + word).then().body("total", equalTo(1)));
    }

    @Test
    void a_language_that_there_is_not_is_english_and_nonsense_is_refused() {
        UUID lamp = givenTheLamp();

        asAnyone()
                .get("/api/v1/products/{id}?lang=de", lamp)
                .then()
                .statusCode(200)
                .header("Content-Language", "en");
        asAnyone()
                .get("/api/v1/products/{id}?lang=" + "f".repeat(36), lamp)
                .then()
                .statusCode(422);
        asAnyone()
                .header("Accept-Language", ";;;,q=")
                .get("/api/v1/products/{id}", lamp)
                .then()
                .statusCode(200);
        inFrench()
                .get("/api/v1/products/{id}", UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("Content-Language", not(equalTo("fr")));
    }

    @Test
    void names_stand_in_the_order_of_the_language_that_is_read() {
        UUID apple = aProduct().named("Apple " + word).in(category).create();
        UUID bear = aProduct().named("Bear " + word).in(category).create();
        aProduct().named("Owl " + word).in(category).create();
        translations.putProduct(apple, ContentLanguage.FRENCH, "Pomme " + word, "");
        translations.putProduct(bear, ContentLanguage.FRENCH, "Élan " + word, "");
        List<String> french = List.of("Élan " + word, "Owl " + word, "Pomme " + word);

        assertThat(namesOf(byName("/api/v1/products", "en")))
                .containsExactly("Apple " + word, "Bear " + word, "Owl " + word);
        assertThat(namesOf(byName("/api/v1/products", "fr"))).containsExactlyElementsOf(french);
        eventually(() ->
                assertThat(namesOf(byName("/api/v1/products/search", "fr"))).containsExactlyElementsOf(french));
        SearchEngine.cut();
        assertThat(namesOf(byName("/api/v1/products/search", "fr"))).containsExactlyElementsOf(french);

        translations.removeProduct(bear, ContentLanguage.FRENCH);
        assertThat(namesOf(byName("/api/v1/products", "fr")))
                .containsExactly("Bear " + word, "Owl " + word, "Pomme " + word);
    }

    private Response byName(String path, String lang) {
        return asAnyone()
                .queryParams("category", category, "sort", "name", "lang", lang)
                .get(path);
    }

    @Test
    void an_administrator_translates_and_takes_it_back() {
        UUID chair = aProduct().named("Chair " + word).create();
        String path = "/api/v1/products/{id}/translations/{lang}";
        String text = "{\"name\": \"  Chaise  " + word + "\", \"description\": \"Pour s’asseoir.\"}";

        asAdmin().body(text).put(path, chair, "fr").then().statusCode(200).body("name", equalTo("Chaise " + word));
        inFrench().get("/api/v1/products/{id}", chair).then().body("name", equalTo("Chaise " + word));

        asAdmin().delete(path, chair, "fr").then().statusCode(204);
        inFrench().get("/api/v1/products/{id}", chair).then().body("name", equalTo("Chair " + word));

        asAdmin().body(text).put(path, chair, "en").then().statusCode(404);
        asAdmin().body(text).put(path, UUID.randomUUID(), "fr").then().statusCode(404);
        asAdmin().body("{\"name\": \" \"}").put(path, chair, "fr").then().statusCode(422);
        asAdmin()
                .body("{\"name\": \"a\", \"title\": \"b\"}")
                .put(path, chair, "fr")
                .then()
                .statusCode(400);
    }

    private UUID givenTheLamp() {
        UUID lamp = aProduct()
                .named("Lamp " + word)
                .with("description", "Gives light.")
                .in(category)
                .create();
        translations.putProduct(lamp, ContentLanguage.FRENCH, "Lampe " + word, "Éclaire.");
        translations.putCategory(category, ContentLanguage.FRENCH, "Luminaires " + word);
        return lamp;
    }

    private static RequestSpecification inFrench() {
        return asAnyone().header("Accept-Language", "fr-FR,fr;q=0.9");
    }

    private static Response searchInFrench(String text) {
        return inFrench().queryParam("q", text).get("/api/v1/products/search");
    }
}
