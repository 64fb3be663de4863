package io.cloudshop.products.catalogue;

import static io.cloudshop.products.testing.Api.asAdmin;
import static io.cloudshop.products.testing.Api.asAnyone;
import static io.cloudshop.products.testing.Api.tagOf;
import static io.cloudshop.products.testing.ProductBuilder.aProduct;
import static io.cloudshop.products.testing.ProductBuilder.anySku;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cloudshop.products.testing.ProductsTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ProductsTest
class KeysetPageTest {

    private static final List<String> NAMES =
            List.of("Élan", "elan", "Elan", "Zebra: the lamp", "apple", "Apple", "10 lamps", "9 lamps", "Lamp", "Lamp");

    private String category;

    @BeforeEach
    void givenProductsOfEqualAndSimilarNamesAndPrices() {
        category = anySku();
        for (int i = 0; i < NAMES.size(); i++) {
            aProduct()
                    .in(category)
                    .named(NAMES.get(i))
                    .priced(i % 3 + ".50")
                    .withStock(i % 2)
                    .create();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "-name", "price", "-price", "newest"})
    void pages_behind_one_another_are_the_list(String sort) {
        List<String> all = list(sort, null, 100).jsonPath().getList("items.id");

        List<String> read = new ArrayList<>();
        String next = null;
        do {
            Response page = list(sort, next, 3);
            page.then().statusCode(200).body("total", equalTo(NAMES.size())).body("totalIsEstimate", equalTo(false));
            read.addAll(page.jsonPath().getList("items.id"));
            next = page.path("next");
        } while (next != null);

        assertThat(all).hasSize(NAMES.size());
        assertThat(read).isEqualTo(all);
    }

    @Test
    void the_last_page_has_no_next_and_a_full_one_before_it_has() {
        list("name", null, NAMES.size()).then().body("next", nullValue());
        list("name", null, NAMES.size() - 1).then().body("next", notNullValue());
        asAnyone()
                .queryParam("category", category)
                .get("/api/v1/products?size=4&page=2")
                .then()
                .body("items.size()", equalTo(2))
                .body("total", equalTo(NAMES.size()))
                .body("next", nullValue());
    }

    @Test
    void a_cursor_holds_when_its_product_is_renamed_or_deleted() {
        Response first = list("name", null, 4);
        List<String> behind =
                list("name", null, 100).jsonPath().<String>getList("items.id").subList(4, NAMES.size());
        UUID third = UUID.fromString(first.path("items[2].id"));
        UUID last = UUID.fromString(first.path("items[3].id"));
        aProduct().in(category).named("zzz").put(third, tagOf(third)).then().statusCode(200);
        asAdmin().delete("/api/v1/products/{id}", last).then().statusCode(204);

        List<String> read = list("name", first.path("next"), 100).jsonPath().getList("items.id");

        assertThat(read).startsWith(behind.toArray(String[]::new)).endsWith(third.toString());
    }

    @Test
    void filters_hold_behind_a_cursor_too() {
        Response first = request("price", 2).queryParam("inStock", true).get("/api/v1/products");
        Response second = request("price", 100)
                .queryParam("inStock", true)
                .queryParam("after", first.<String>path("next"))
                .get("/api/v1/products");

        assertThat(first.jsonPath().getList("items.stock", Integer.class)).containsOnly(1);
        assertThat(second.jsonPath().getList("items.stock", Integer.class))
                .hasSize(3)
                .containsOnly(1);
        second.then().body("total", equalTo(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "%%%",
                "name",
                "name:1:x",
                "name:0198c7a0-0000-7000-8000-000000000000:",
                "name:0198c7a0-0000-7000-8000-000000000000:a\0b",
                "color:0198c7a0-0000-7000-8000-000000000000:red"
            })
    void what_is_no_cursor_is_400(String text) {
        String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));

        list("name", encoded, 3).then().statusCode(400).body("type", endsWith("/malformed"));
        list("name", text.equals("%%%") ? text : "!", 3).then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "NaN", "-1", "12345678901"})
    void a_price_that_no_product_has_is_no_cursor(String price) {
        String text = "price:0198c7a0-0000-7000-8000-000000000000:" + price;

        list("price", Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)), 3)
                .then()
                .statusCode(400);
    }

    @Test
    void a_cursor_of_another_order_or_beside_a_page_is_422() {
        String next = list("name", null, 3).path("next");

        list("price", next, 3).then().statusCode(422).body("violations.field", equalTo(List.of("after")));
        request("name", 3)
                .queryParam("after", next)
                .queryParam("page", 1)
                .get("/api/v1/products")
                .then()
                .statusCode(422)
                .body("violations.field", equalTo(List.of("page")));
    }

    @Test
    void a_cursor_among_names_of_one_language_is_422_among_those_of_another() {
        String next = request("name", 2)
                .queryParam("lang", "fr")
                .get("/api/v1/products")
                .path("next");

        list("name", next, 3).then().statusCode(422).body("violations.field", equalTo(List.of("after")));
        request("name", 3)
                .queryParam("lang", "fr")
                .queryParam("after", next)
                .get("/api/v1/products")
                .then()
                .statusCode(200);
    }

    @Test
    void prices_are_the_same_in_all_languages() {
        String next = request("price", 2)
                .queryParam("lang", "fr")
                .get("/api/v1/products")
                .path("next");

        list("price", next, 3).then().statusCode(200);
    }

    private Response list(String sort, String after, int size) {
        RequestSpecification request = request(sort, size);
        return (after == null ? request : request.queryParam("after", after)).get("/api/v1/products");
    }

    private RequestSpecification request(String sort, int size) {
        return asAnyone()
                .queryParam("category", category)
                .queryParam("sort", sort)
                .queryParam("size", size);
    }
}
