package io.cloudshop.products.search;

import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.namesOf;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.products.testing.ProductsTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One product each, kept apart from all others by a category: what is typed must find it. */
@ProductsTest
class SearchWordsTest {

    private final String category = "Words " + System.nanoTime();

    @BeforeEach
    void givenTheIndexAnswers() {
        eventually(() -> search("q", "lamp").then().body("source", equalTo("index")));
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    tee shirt       | Organic T-Shirt
                    tshirt          | Organic T-Shirt
                    t-shirts        | Organic T-Shirt
                    tees            | Organic T-Shirt
                    sofa            | Velvet Couch
                    couches         | Velvet Sofa
                    settee          | Velvet Couch
                    dr martens      | Dr. Martens Boots
                    Dr.Martens      | Dr. Martens Boots
                    dr. martens     | Dr Martens Boots
                    APC jeans       | A.P.C. Jeans
                    a.p.c.          | APC Jeans
                    26cm            | Pan 26 cm
                    26 CM           | Pan 26cm
                    26 centimeter   | Pan 26 cm
                    1,5l            | Jug 1.5 l
                    1.5 litre       | Jug 1,5 l
                    50 x 50         | Cover 50x50
                    50×50           | Cover 50 x 50
                    14 inch         | Sleeve 14"
                    dog house       | Doghouse
                    doghouse        | Dog House
                    the             | The Thing
                    colour          | Color Chart
                    """)
    void whichever_way_it_is_written_it_is_found(String typed, String name) {
        aProduct().named(name).in(category).create();

        eventually(() ->
                assertThat(namesOf(search("q", typed, "category", category))).containsExactly(name));
    }

    @Test
    void a_number_of_another_unit_is_another_thing() {
        aProduct().named("Cable 26 m").in(category).create();
        eventually(() -> search("q", "26 m", "category", category).then().body("total", equalTo(1)));

        search("q", "26 cm", "category", category).then().body("total", equalTo(0));
    }

    @Test
    void what_is_in_stock_comes_before_what_is_sold_out_but_an_article_number_before_both() {
        aProduct()
                .named("Lamp")
                .in(category)
                .withStock(0)
                .with("sku", "WORDS-" + System.nanoTime())
                .create();
        aProduct()
                .named("The wonderful and very long lamp of everybody")
                .in(category)
                .create();

        eventually(() -> assertThat(namesOf(search("q", "lamp", "category", category)))
                .containsExactly("The wonderful and very long lamp of everybody", "Lamp"));
    }

    @Test
    void another_word_for_it_is_highlighted() {
        aProduct().named("Velvet Couch").in(category).create();

        eventually(
                () -> assertThat(search("q", "sofa", "category", category).<String>path("items[0].highlights.name[0]"))
                        .isEqualTo("Velvet <em>Couch</em>"));
    }
}
