package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.asCustomer;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.cloudshop.products.testing.Parallel;
import io.cloudshop.products.testing.ProductsTest;
import io.cloudshop.products.testing.Rows;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class CategoryTest {

    private static final String WAITING =
            "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%product%'";

    @Inject
    AgroalDataSource database;

    private final String code = anySku();
    private final String name = "Küche & Bad " + code;
    private final String slug = "kuche-bad-" + code.toLowerCase(Locale.ROOT);

    @Test
    void a_category_has_a_slug_for_addresses() {
        aProduct().in(name).create();

        assertThat(read(name, "slug")).isEqualTo(slug);
    }

    @Test
    void two_names_that_would_have_the_same_slug_have_their_own() {
        String other = "Kuche, Bad " + code;
        aProduct().in(name).create();
        aProduct().in(other).create();
        aProduct().in(other.toUpperCase(Locale.ROOT)).create();

        assertThat(read(name, "slug")).isEqualTo(slug);
        assertThat(read(other, "slug")).startsWith(slug + "-").matches(".*-[0-9a-f]{8}");
    }

    @Test
    void names_of_signs_alone_have_a_slug_too() {
        List<String> signs = List.of("\u2605", "\u2665\ufe0f\u2665", "& / &");
        signs.forEach(sign -> aProduct().in(sign).create());

        assertThat(signs.stream().map(sign -> read(sign, "slug")))
                .allMatch(own -> own.matches("[0-9a-f]{8}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void its_picture_is_that_of_its_first_product_until_it_has_one_of_its_own() {
        aProduct().in(name).named("B").with("imageUrl", "/b.svg").create();
        aProduct().in(name).named("A").without("imageUrl").create();
        assertThat(read(name, "imageUrl")).isEqualTo("/b.svg");

        present(slug, Map.of("imageUrl", "/kitchen.svg")).statusCode(200).body("imageUrl", equalTo("/kitchen.svg"));
        assertThat(read(name, "imageUrl")).isEqualTo("/kitchen.svg");

        present(slug, Map.of()).statusCode(200).body("imageUrl", nullValue());
        assertThat(read(name, "imageUrl")).isEqualTo("/b.svg");
    }

    @Test
    void it_is_called_otherwise_in_french() {
        aProduct().in(name).create();

        translate(slug, "fr", "Cuisine").statusCode(200).body("name", equalTo("Cuisine"));
        assertThat(read(name, "label", "fr")).isEqualTo("Cuisine");
        assertThat(read(name, "label", "en")).isEqualTo(name);

        for (int again = 0; again < 2; again++) {
            asAdmin()
                    .delete("/api/v1/categories/{slug}/translations/fr", slug)
                    .then()
                    .statusCode(204);
        }
        assertThat(read(name, "label", "fr")).isEqualTo(name);
    }

    @Test
    void what_is_unknown_is_404() {
        present("no-such-category", Map.of()).statusCode(404).body("type", endsWith("/not-found"));
        translate("no-such-category", "fr", "Rien").statusCode(404);
        aProduct().in(name).create();
        translate(slug, "en", "Kitchen").statusCode(404);
        translate(slug, "de", "K\u00fcche").statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example/x.png", "http://insecure.example/x.png", "a b"})
    void a_picture_is_a_path_or_an_https_url(String url) {
        aProduct().in(name).create();

        present(slug, Map.of("imageUrl", url)).statusCode(422).body("violations.field", hasItem("imageUrl"));
    }

    @Test
    void a_name_is_a_line() {
        aProduct().in(name).create();

        translate(slug, "fr", " ").statusCode(422);
        translate(slug, "fr", "x".repeat(61)).statusCode(422);
    }

    @Test
    void only_administrators_present_categories() {
        for (String path : List.of("/api/v1/categories/{slug}", "/api/v1/categories/{slug}/translations/fr")) {
            asAnyone().body("{}").put(path, slug).then().statusCode(401);
            asCustomer().body("{}").put(path, slug).then().statusCode(403);
        }
    }

    @Test
    void a_name_whose_slug_is_just_being_taken_waits_and_gets_one_of_its_own() throws Exception {
        String other = "Kuche, Bad " + code;
        Future<Response> waiting;
        try (Connection first = database.getConnection()) {
            first.setAutoCommit(false);
            first.createStatement().execute("INSERT INTO category (name) VALUES ('" + name + "')");
            waiting = Parallel.start(() -> aProduct().in(other).post());
            await().until(() -> !Rows.of(WAITING).isEmpty());
            first.commit();
        }

        waiting.get().then().statusCode(201);
        aProduct().in(name).create();
        assertThat(read(name, "slug")).isEqualTo(slug);
        assertThat(read(other, "slug")).matches(slug + "-[0-9a-f]{8}");
    }

    @Test
    void products_that_come_at_once_make_one_category() {
        IntStream.range(0, 16).parallel().forEach(i -> aProduct().in(name).create());

        assertThat(read(name, "productCount")).isEqualTo("16");
    }

    private static ValidatableResponse present(String slug, Map<String, String> body) {
        return asAdmin().body(body).put("/api/v1/categories/{slug}", slug).then();
    }

    private static ValidatableResponse translate(String slug, String lang, String name) {
        return asAdmin()
                .body(Map.of("name", name))
                .put("/api/v1/categories/{slug}/translations/{lang}", slug, lang)
                .then();
    }

    private static String read(String name, String field) {
        return read(name, field, "en");
    }

    private static String read(String name, String field, String lang) {
        JsonPath categories =
                asAnyone().queryParam("lang", lang).get("/api/v1/categories").jsonPath();
        List<Map<String, Object>> found = categories.getList("findAll { it.name == '" + name + "' }");
        assertThat(found).hasSize(1);
        return String.valueOf(found.getFirst().get(field));
    }
}
