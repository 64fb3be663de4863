package io.cloudshop.products.demo;

import static io.cloudshop.products.testing.Searching.eventually;
import static io.cloudshop.products.testing.Searching.search;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.cloudshop.products.testing.DemoShop;
import io.cloudshop.products.testing.ProductsTest;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What customers type, and what they must see on top: the tables in src/test/resources/search. */
@ProductsTest
@TestProfile(DemoShop.class)
class RelevanceTest {

    private static boolean filled;

    @Inject
    DemoCatalogue demo;

    @BeforeEach
    void givenTheDemoCatalogue() {
        if (!filled) {
            DemoShop.empty();
            demo.start(new StartupEvent());
            eventually(() -> search().then().body("source", equalTo("index")).body("total", equalTo(200)));
            filled = true;
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("english")
    void what_english_speaking_customers_look_for_is_on_top(String typed, List<String> expected) {
        assertThat(onTop("en", typed, expected.size())).containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> english() throws IOException {
        return table("relevance.en.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("french")
    void what_french_speaking_customers_look_for_is_on_top(String typed, List<String> expected) {
        assertThat(onTop("fr", typed, expected.size())).containsExactlyInAnyOrderElementsOf(expected);
    }

    static Stream<Arguments> french() throws IOException {
        return table("relevance.fr.txt");
    }

    private static List<String> onTop(String lang, String typed, int size) {
        return eventuallyByIndex(() -> search("q", typed, "lang", lang, "size", size))
                .jsonPath()
                .getList("items.sku", String.class);
    }

    /** What the database answers while the engine is busy with other things is no better than a database can. */
    private static Response eventuallyByIndex(Supplier<Response> search) {
        return await().until(search::get, found -> found.path("source").equals("index"));
    }

    private static Stream<Arguments> table(String name) throws IOException {
        try (InputStream file = RelevanceTest.class.getResourceAsStream("/search/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\\|"))
                    .map(row ->
                            Arguments.of(row[0].strip(), List.of(row[1].strip().split(" "))));
        }
    }
}
